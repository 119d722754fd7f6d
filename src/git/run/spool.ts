import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const CHUNK = 128 * 1024;
const PAUSE_MILLIS = 20;

/**
 * Opens a nameless file for the output of a process that writes faster than this one reads: a pipe holds little and makes the writer wait.
 * @returns undefined if the folder takes no file.
 */
export async function openSpool(folder: string): Promise<FileHandle | undefined> {
  const file = path.join(folder, `${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    // Append mode: on Windows each read here would briefly move the other process's write position.
    const spool = await open(file, 'ax+', 0o600);
    // The file vanishes with the last process that holds it open, even if that is killed. If removing fails now, it is only a leftover.
    await rm(file).catch(() => undefined);
    return spool;
  } catch {
    return undefined;
  }
}

/** Yields the content of the file until its writer has ended. */
export async function* readSpool(spool: FileHandle, ended: Promise<unknown>): AsyncGenerator<Buffer> {
  const writer = { isOver: false };
  void ended.then(() => (writer.isOver = true));
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let at = 0; ;) {
    // Checked before reading: everything written before the end is then in the file.
    const { isOver } = writer;
    const { bytesRead } = await spool.read(buffer, 0, CHUNK, at);
    at += bytesRead;
    if (bytesRead > 0) yield Buffer.from(buffer.subarray(0, bytesRead));
    else if (isOver) return;
    else await Promise.race([ended, delay(PAUSE_MILLIS, undefined, { ref: false })]);
  }
}
