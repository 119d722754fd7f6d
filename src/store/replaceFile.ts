import { access, constants, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { AtomicWrite } from './atomicWrite';
import { unless, writeAtomically } from './atomicWrite';
import { absentIsUndefined } from './realLocation';
import { temporaryName } from './temporaryName';

export type Replacement = Pick<Required<AtomicWrite>, 'target' | 'bytes' | 'mode' | 'mayReplace'>;

/**
 * Replaces the file with the bytes in one durable step.
 * @returns false if `mayReplace` returned false; then, and after a failure before the rename, the file is unchanged.
 * @throws the system's error; the temporary file is removed.
 */
export async function replaceFile(replacement: Replacement): Promise<boolean> {
  const { target, mode } = replacement;
  // A rename would bypass a write protection that a person gave the file.
  if (mode !== undefined) await access(target, constants.W_OK).catch(absentIsUndefined);
  if (!(await writeAtomically({ ...replacement, temporary: temporaryName(target), isDurable: true }))) return false;
  await syncFolder(path.dirname(target));
  return true;
}

/** Removes the file durably. @returns false if `mayRemove` returned false. @throws the system's error. */
export async function removeFile(target: string, mayRemove: () => Promise<boolean>): Promise<boolean> {
  if (!(await mayRemove())) return false;
  await rm(target, { force: true });
  await syncFolder(path.dirname(target));
  return true;
}

/** Makes the names in a folder durable, if the system supports that. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    // Some network and user-space file systems do not support this for folders.
    await handle.sync().catch(unless('EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF'));
  } finally {
    await handle.close();
  }
}
