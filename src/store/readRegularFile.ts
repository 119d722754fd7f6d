import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import { lstat, open, stat } from 'node:fs/promises';
import { MAX_BYTES } from '../core/document/parseGoalFile';
import { absentIsUndefined } from './realPlace';

/** What stands at a path. */
export type RegularFile =
  | { readonly state: 'file'; readonly bytes: Buffer; readonly mode: number }
  /** `kind` in words: `a pipe`. */
  | { readonly state: 'other'; readonly kind: string }
  | { readonly state: 'large'; readonly size: number };

type Unfit = Exclude<RegularFile, { state: 'file' }>;

/** With it a pipe opens at once, so that it can be looked at. Windows has neither of the two flags, which then count as 0. */
const FOLLOWING = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * Reads a regular file that is not too large, and never waits for anything else: for each path that a person gave or that was found
 * in a work tree.
 * @param followsLink false also refuses a symbolic link that was put there in the last moment
 * @throws the system's error, `ENOENT` where there is nothing
 */
export async function readRegularFile(file: string, followsLink = true): Promise<RegularFile> {
  // Before opening, because opening alone may set a device in motion; again after it, because the file may have been swapped.
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

/** Returns the text of a file that only we write: empty where something else stands there, undefined where nothing does. */
export async function readOwnText(file: string): Promise<string | undefined> {
  const found = await readRegularFile(file).catch(absentIsUndefined);
  return found?.state === 'file' ? found.bytes.toString() : found && '';
}

/** Returns why such a file is not read; undefined where it may be. */
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
