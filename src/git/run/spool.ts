import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const CHUNK = 128 * 1024;
const PAUSE_MILLIS = 20;

/**
 * A file without a name for what another process writes faster than it is read here: a pipe holds little, and who writes to it waits.
 * @returns undefined where the folder takes no file.
 */
export async function openSpool(folder: string): Promise<FileHandle | undefined> {
  const file = path.join(folder, `${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    // To append: on Windows each reading here moves, for a moment, where the other process would write.
    const spool = await open(file, 'ax+', 0o600);
    // It goes with whoever holds it open, also when that is killed. Where it cannot go yet, it is but a file too many.
    await rm(file).catch(() => undefined);
    return spool;
  } catch {
    return undefined;
  }
}

/** What is written to the file until its writer has ended. */
export async function* readSpool(spool: FileHandle, ended: Promise<unknown>): AsyncGenerator<Buffer> {
  const writer = { isOver: false };
  void ended.then(() => (writer.isOver = true));
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let at = 0; ;) {
    // Asked first: what was written before the end is there to be read after it.
    const { isOver } = writer;
    const { bytesRead } = await spool.read(buffer, 0, CHUNK, at);
    at += bytesRead;
    if (bytesRead > 0) yield Buffer.from(buffer.subarray(0, bytesRead));
    else if (isOver) return;
    else await Promise.race([ended, delay(PAUSE_MILLIS, undefined, { ref: false })]);
  }
}
