import { link, rm, writeFile } from 'node:fs/promises';
import { errnoCode } from './errnoCode';
import { temporaryName } from './temporaryName';

/**
 * Creates a file with its content in one step, so that nobody ever reads a partial one.
 * @param mode permission bits, limited by the umask of the process; undefined: as for any file
 * @returns false if the file exists already; it is then left alone.
 */
export async function createExclusively(file: string, text: string, mode?: number): Promise<boolean> {
  const temporary = temporaryName(file);
  try {
    await writeFile(temporary, text, { flag: 'wx', mode });
    await link(temporary, file);
    return true;
  } catch (error) {
    const code = errnoCode(error);
    if (code === 'EEXIST') return false;
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EMLINK')
      return await createPlainly(file, text, mode);
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Creates the file on file systems without hard links (FAT, some network drives): exclusive too, but empty for an instant. */
async function createPlainly(file: string, text: string, mode: number | undefined): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode });
    return true;
  } catch (error) {
    if (errnoCode(error) === 'EEXIST') return false;
    throw error;
  }
}
