import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import { lstat, open, stat } from 'node:fs/promises';
import { MAX_BYTES } from '../core/document/parseGoalFile';
import { absentIsUndefined } from './realLocation';

/** Result of reading a path. */
export type RegularFile =
  | { readonly state: 'file'; readonly bytes: Buffer; readonly mode: number }
  /** Other kind of entry, in words: `a pipe`. */
  | { readonly state: 'other'; readonly kind: string }
  | { readonly state: 'large'; readonly size: number };

type Unfit = Exclude<RegularFile, { state: 'file' }>;

/** Flags that let a pipe open at once, so that it can be examined. Windows has neither of the two, which then count as 0. */
const FOLLOWING = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * Reads a regular file that is not too large, and never waits for anything else. Use it for each path that a person gave or that
 * was found in a work tree.
 * @param followsLink false also refuses a symbolic link that was put there at the last moment
 * @throws the system's error, `ENOENT` if there is nothing
 */
export async function readRegularFile(file: string, followsLink = true): Promise<RegularFile> {
  // Checked before opening, because opening alone may trigger a device; checked again after it, because the file may have been swapped.
  const unfit = unfitness(await (followsLink ? stat(file) : lstat(file)));
  if (unfit) return unfit;
  const handle = await open(file, followsLink ? FOLLOWING : FOLLOWING | constants.O_NOFOLLOW);
  try {
    const stats = await handle.stat();
    return unfitness(stats) ?? { state: 'file', bytes: await handle.readFile(), mode: stats.mode & 0o7777 };
  } finally {
    await handle.close();
  }
}

/** Returns the text of a file that only we write: empty if something else is there, undefined if nothing is. */
export async function readOwnText(file: string): Promise<string | undefined> {
  const found = await readRegularFile(file).catch(absentIsUndefined);
  return found?.state === 'file' ? found.bytes.toString() : found && '';
}

/** Returns the reason not to read such a file; undefined if it may be read. */
export function unfitness(stats: Stats): Unfit | undefined {
  if (!stats.isFile()) return { state: 'other', kind: kindOf(stats) };
  return stats.size > MAX_BYTES ? { state: 'large', size: stats.size } : undefined;
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  if (stats.isSymbolicLink()) return 'a symbolic link';
  return 'a device';
}
