import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { lstat, open } from 'node:fs/promises';
import type { FileReading, GoalFileErrorCode } from '../core/document/fileReading';
import { MAX_BYTES, tooLarge } from '../core/document/parseGoalFile';
import { absentIsUndefined, isWithin, realPlace } from './realPlace';
import { storageFailure } from './storageFailure';

/** What stands at the path of a goals file. `target` is the real path: the one to write, so that a symbolic link stays one. */
export type StoredFile =
  | { readonly state: 'absent'; readonly target: string }
  | { readonly state: 'file'; readonly target: string; readonly bytes: Buffer; readonly mode: number }
  | {
      readonly state: 'refused';
      readonly code: Extract<GoalFileErrorCode, 'not-a-file' | 'outside' | 'denied' | 'io' | 'read-only'>;
      readonly reading: FileReading;
    };

type Refused = StoredFile & { readonly state: 'refused' };
type Absent = StoredFile & { readonly state: 'absent' };
export type FoundFile = Refused | Absent | { readonly state: 'there'; readonly target: string };

/** A FIFO must not hold us up, nor a link put there in the last moment lead us away; Windows has neither flag. */
const OPEN_FLAGS =
  process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/**
 * Reads the file if it is a regular one below `root` and of a size that may be read. Never throws and never waits for what stands there.
 * @param name the file as the person knows it.
 */
export async function readStoredFile(file: string, root: string, name: string): Promise<StoredFile> {
  return unlessRefused(name, async () => {
    const found = await find(file, root, name);
    return found.state === 'there' ? readTarget(found.target, name) : found;
  });
}

/** As `readStoredFile`, but looks only. */
export async function findStoredFile(file: string, root: string, name: string): Promise<FoundFile> {
  return unlessRefused(name, () => find(file, root, name));
}

async function unlessRefused<T>(name: string, look: () => Promise<T>): Promise<T | Refused> {
  try {
    return await look();
  } catch (error) {
    const { code, reason } = storageFailure(error);
    const known = code === 'not-a-file' || code === 'denied' ? code : 'io';
    return refused(known, `${name} cannot be read: ${reason}.`);
  }
}

async function find(file: string, root: string, name: string): Promise<FoundFile> {
  const [target, realRoot] = await Promise.all([realPlace(file), realPlace(root)]);
  if (target === undefined) return refused('not-a-file', `${name} is a symbolic link that leads nowhere.`);
  if (realRoot === undefined || !isWithin(target, realRoot)) {
    return refused(
      'outside',
      `${name} is a symbolic link to a place outside ${root}; nothing is read or written there.`,
    );
  }
  // Before opening, because opening alone may set a device in motion; again after it, because the file may have been swapped.
  const there = await lstat(target).catch(absentIsUndefined);
  if (there === undefined) return { state: 'absent', target };
  return refusalOf(there, name) ?? { state: 'there', target };
}

async function readTarget(target: string, name: string): Promise<StoredFile> {
  const handle = await open(target, OPEN_FLAGS).catch(absentIsUndefined);
  if (handle === undefined) return { state: 'absent', target };
  try {
    return await readHandle(handle, target, name);
  } finally {
    await handle.close();
  }
}

async function readHandle(handle: FileHandle, target: string, name: string): Promise<StoredFile> {
  const stats = await handle.stat();
  return refusalOf(stats, name) ?? { state: 'file', target, bytes: await handle.readFile(), mode: stats.mode & 0o7777 };
}

function refusalOf(stats: Stats, name: string): Refused | undefined {
  if (!stats.isFile()) return refused('not-a-file', `${name} is ${kindOf(stats)}, not a file.`);
  if (stats.size > MAX_BYTES) return { state: 'refused', code: 'read-only', reading: tooLarge(stats.size) };
  return undefined;
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  if (stats.isSymbolicLink()) return 'a symbolic link';
  return 'a device';
}

function refused(code: Refused['code'] & ('not-a-file' | 'outside' | 'denied' | 'io'), message: string): Refused {
  return { state: 'refused', code, reading: { state: 'broken', text: '', problems: [{ code, message }] } };
}
