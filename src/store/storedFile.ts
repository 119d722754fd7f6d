import { lstat } from 'node:fs/promises';
import type { FileReading, GoalFileErrorCode } from '../core/document/fileReading';
import { tooLarge } from '../core/document/parseGoalFile';
import type { RegularFile } from './readRegularFile';
import { readRegularFile, unfitness } from './readRegularFile';
import { absentIsUndefined, isWithin, realLocation } from './realLocation';
import { storageFailure } from './storageFailure';

/** Entry at the path of a goals file. `target` is the real path: the one to write, so that a symbolic link stays one. */
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

/**
 * Reads the file if it is a regular one below `root` and of a permitted size. Never throws and never waits for any other kind of entry.
 * @param name the file as the person knows it.
 */
export async function readStoredFile(file: string, root: string, name: string): Promise<StoredFile> {
  return unlessRefused(name, async () => {
    const found = await find(file, root, name);
    return found.state === 'there' ? readTarget(found.target, name) : found;
  });
}

/** Checks the file like `readStoredFile`, but does not read it. */
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
  const [target, realRoot] = await Promise.all([realLocation(file), realLocation(root)]);
  if (target === undefined) return refused('not-a-file', `${name} is a symbolic link that leads nowhere.`);
  if (realRoot === undefined || !isWithin(target, realRoot)) {
    return refused(
      'outside',
      `${name} is a symbolic link to a place outside ${root}; nothing is read or written there.`,
    );
  }
  const there = await lstat(target).catch(absentIsUndefined);
  if (there === undefined) return { state: 'absent', target };
  const unfit = unfitness(there);
  return unfit ? refusalOf(unfit, name) : { state: 'there', target };
}

async function readTarget(target: string, name: string): Promise<StoredFile> {
  const found = await readRegularFile(target, false).catch(absentIsUndefined);
  if (found === undefined) return { state: 'absent', target };
  return found.state === 'file' ? { ...found, target } : refusalOf(found, name);
}

function refusalOf(unfit: Exclude<RegularFile, { state: 'file' }>, name: string): Refused {
  if (unfit.state === 'other') return refused('not-a-file', `${name} is ${unfit.kind}, not a file.`);
  return { state: 'refused', code: 'read-only', reading: tooLarge(unfit.size) };
}

function refused(code: Refused['code'] & ('not-a-file' | 'outside' | 'denied' | 'io'), message: string): Refused {
  return { state: 'refused', code, reading: { state: 'broken', text: '', problems: [{ code, message }] } };
}
