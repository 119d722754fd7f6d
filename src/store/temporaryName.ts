import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isLeftBehind, isProcessMark, newProcessMark } from './processMark';

const SUFFIX = '.microgoals-tmp';

/** Returns a new name beside `file` that tells which process made it: `.goals.json.<mark>.microgoals-tmp`. */
export function temporaryName(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${newProcessMark()}${SUFFIX}`);
}

/** Removes temporary files that dead processes left in a folder. Never fails: the next call tries again to remove the rest. */
export async function removeLeftTemporaries(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const mark = temporaryMark(name);
    if (mark === undefined) continue;
    const file = path.join(folder, name);
    const age = await ageOf(file);
    if (age !== undefined && isLeftBehind(mark, age)) await rm(file, { force: true }).catch(() => undefined);
  }
}

function temporaryMark(name: string): string | undefined {
  if (!name.startsWith('.') || !name.endsWith(SUFFIX)) return undefined;
  const mark = name.slice(0, -SUFFIX.length).split('.').at(-1) ?? '';
  return isProcessMark(mark) ? mark : undefined;
}

/** Returns the milliseconds since the file was last written; undefined if it is gone. */
export async function ageOf(file: string): Promise<number | undefined> {
  const stats = await stat(file).catch(() => undefined);
  return stats && Date.now() - stats.mtimeMs;
}
