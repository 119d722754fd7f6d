import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errnoCode } from './errnoCode';

/** Time for new attempts on Windows, where a scanner or an editor may hold the file for a moment; milliseconds. */
const WINDOWS_PATIENCE = 3000;

export interface AtomicWrite {
  /** Real path of the file to replace or create. */
  readonly target: string;
  /** Path beside the target where there is no file yet. */
  readonly temporary: string;
  readonly bytes: Uint8Array;
  /** Permission bits for the file; undefined: those of any new file. */
  readonly mode: number | undefined;
  /** True to make the bytes durable before the rename; data that only saves work does not need that. */
  readonly isDurable: boolean;
  /** Decides just before the rename; false gives up. */
  readonly mayReplace?: () => Promise<boolean>;
}

/**
 * Replaces a file in one step: readers see the old bytes or the new ones, never a mixture.
 * @returns false if `mayReplace` returned false; then, and after a failure, the file is unchanged.
 * @throws the system's error; the temporary file is removed.
 */
export async function writeAtomically({ mayReplace, ...write }: AtomicWrite): Promise<boolean> {
  const { target, temporary } = write;
  try {
    await writeTemporary(write);
    if (mayReplace && !(await mayReplace())) return false;
    await renameOver(temporary, target);
    return true;
  } finally {
    // After the rename there is no file to remove.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Writes a file that can be recreated, such as one of the git directory. Creates its folders. @throws the system's error */
export async function writeWhole(target: string, text: string | Uint8Array, mode = 0o644): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  await writeAtomically({ target, temporary, bytes: Buffer.from(text), mode, isDurable: false });
}

async function writeTemporary({ temporary, bytes, mode, isDurable }: Omit<AtomicWrite, 'mayReplace'>): Promise<void> {
  const handle = await open(temporary, 'wx', mode);
  try {
    // The umask of the process limits the mode at creation. Some file systems (FAT, some network drives) have no modes.
    if (mode !== undefined) await handle.chmod(mode).catch(unless('EPERM', 'ENOTSUP', 'ENOSYS'));
    await writeAll(handle, bytes);
    if (isDurable) await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Returns a handler for `catch` that ignores these errors of the system. */
export function unless(...codes: readonly string[]): (error: unknown) => void {
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
