import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { errnoCode } from './errnoCode';

/**
 * The path with all symbolic links resolved; of a file that is not there (yet) those of its nearest ancestor.
 * @returns undefined for a link that leads nowhere. @throws the system's error, `ENOTDIR` if an ancestor is no folder.
 */
export async function realPlace(file: string): Promise<string | undefined> {
  try {
    return await realpath(file);
  } catch (error) {
    if (errnoCode(error) !== 'ENOENT' || path.dirname(file) === file) throw error;
  }
  if (await isThere(file)) return undefined;
  const parent = await realPlace(path.dirname(file));
  return parent && path.join(parent, path.basename(file));
}

/** Whether anything stands at the path, be it a link that leads nowhere. */
export async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    const code = errnoCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

/** Whether `place` is `folder` or lies below it; both resolved. */
export function isWithin(place: string, folder: string): boolean {
  const way = path.relative(folder, place);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
