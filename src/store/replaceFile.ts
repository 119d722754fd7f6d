import { access, constants, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errnoCode } from './errnoCode';
import { absentIsUndefined } from './realPlace';
import { temporaryName } from './temporaryName';

/** On Windows a scanner or an editor may hold the file for a moment: milliseconds to try again. */
const WINDOWS_PATIENCE = 3000;

export interface Replacement {
  /** Real path of the file to replace or create. */
  readonly target: string;
  readonly bytes: Uint8Array;
  /** Permission bits that the file shall have; undefined: as any new file. */
  readonly mode: number | undefined;
  /** Asked when the new bytes are safe on disk, just before the rename; false gives up. */
  readonly mayReplace: () => Promise<boolean>;
}

/**
 * Puts the bytes in place of the file in one durable step: readers see the old bytes or the new ones, never a mixture.
 * @returns false if `mayReplace` said so; the file is then as it was, as it is after a failure before the rename.
 * @throws the system's error; the temporary file is removed.
 */
export async function replaceFile({ target, bytes, mode, mayReplace }: Replacement): Promise<boolean> {
  // A rename would pass over a write protection that a person gave the file.
  if (mode !== undefined) await access(target, constants.W_OK).catch(absentIsUndefined);
  const temporary = temporaryName(target);
  try {
    await writeDurably(temporary, bytes, mode);
    if (!(await mayReplace())) return false;
    await renameOver(temporary, target);
  } finally {
    // After the rename nothing stands there any more.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
  await syncFolder(path.dirname(target));
  return true;
}

/** @returns false if `mayRemove` said so. @throws the system's error. */
export async function removeFile(target: string, mayRemove: () => Promise<boolean>): Promise<boolean> {
  if (!(await mayRemove())) return false;
  await rm(target, { force: true });
  await syncFolder(path.dirname(target));
  return true;
}

async function writeDurably(file: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    // The mode at creation is cut by the umask of the process. Some file systems (FAT, some network drives) know none.
    if (mode !== undefined) await handle.chmod(mode).catch(unless('EPERM', 'ENOTSUP', 'ENOSYS'));
    await writeAll(handle, bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** For `catch`: passes over these errors of the system. */
function unless(...codes: readonly string[]): (error: unknown) => void {
  return (error) => {
    if (!codes.includes(errnoCode(error) ?? '')) throw error;
  };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    written += (await handle.write(bytes, written, bytes.length - written, written)).bytesWritten;
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  const deadline = performance.now() + (process.platform === 'win32' ? WINDOWS_PATIENCE : 0);
  for (;;) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const passing = ['EPERM', 'EACCES', 'EBUSY'].includes(errnoCode(error) ?? '');
      if (!passing || performance.now() >= deadline) throw error;
      await delay(20);
    }
  }
}

/** Makes the names in a folder durable, where the system can do that at all. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    // Some network and user-space file systems know no such thing for folders.
    await handle.sync().catch(unless('EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF'));
  } finally {
    await handle.close();
  }
}
