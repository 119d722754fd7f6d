import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '../core/document/change';
import { applyChanges } from '../core/document/change';
import type { FileReading } from '../core/document/fileReading';
import { GoalFileError } from '../core/document/fileReading';
import { formatDocument } from '../core/document/formatDocument';
import type { GoalDocument } from '../core/document/goalDocument';
import { emptyDocument } from '../core/document/goalDocument';
import { parseGoalFile } from '../core/document/parseGoalFile';
import type { Stamper } from '../core/document/stamp';
import type { GoalFile } from '../core/goalSources';
import type { Log } from '../core/ports';
import type { Lock } from './lock';
import { acquireLock, removeLeftClaims } from './lock';
import { ReadingCache } from './readingCache';
import { replaceFile, syncFolder } from './replaceFile';
import { sameDocument } from './sameDocument';
import { saveError } from './storageFailure';
import type { StoredFile } from './storedFile';
import { readStoredFile } from './storedFile';
import { removeLeftTemporaries } from './temporaryName';

/** How often a save starts again because another program changed the file meanwhile without asking for the lock. */
const ATTEMPTS = 20;

export interface GoalFilePlace {
  /** Absolute path of the goals file. */
  readonly path: string;
  /** Folder that nothing read or written may leave; for personal files the root of the file system. */
  readonly root: string;
  /** `microgoals/` in the git directory of the work tree; without git the folder of the file. The same for every program. */
  readonly lockFolder: string;
  readonly stamper: Stamper;
  readonly log: Log;
}

type OkReading = FileReading & { readonly state: 'ok' };
type Writable = StoredFile & { readonly state: 'absent' | 'file' };

/** The goals file at a place on disk. Several of them for one path, in one process or many, do not disturb each other. */
export function createGoalFile(place: GoalFilePlace): GoalFile {
  const context: SaveContext = { place, name: shownName(place), parser: new ReadingCache() };
  let last: Promise<unknown> = Promise.resolve();
  return {
    path: place.path,
    async read() {
      return readingOf(await readStoredFile(place.path, place.root, context.name), context.parser);
    },
    save(changes) {
      const saved = last.then(() => save(context, changes));
      last = saved.catch(() => undefined);
      return saved;
    },
  };
}

interface SaveContext {
  readonly place: GoalFilePlace;
  /** The file as the person knows it. */
  readonly name: string;
  readonly parser: ReadingCache;
}

/** Relative to the root where that says enough, with slashes as on every platform. */
function shownName({ path: file, root }: GoalFilePlace): string {
  return path.dirname(root) === root ? file : path.relative(root, file).replaceAll(path.sep, '/');
}

function readingOf(stored: StoredFile, parser: ReadingCache): FileReading {
  if (stored.state === 'absent') return { state: 'absent' };
  return stored.state === 'refused' ? stored.reading : parser.parse(stored.bytes);
}

async function save(context: SaveContext, changes: readonly Change[]): Promise<GoalDocument> {
  const { place, name } = context;
  try {
    // Before the lock is taken: its folder may be the one that must not be touched, or not be there.
    const stored = writable(await readStoredFile(place.path, place.root, name), name);
    if (stored.state === 'absent') {
      const empty = emptyDocument();
      if (applyChanges(empty, changes, place.stamper) === empty) return empty;
    }
    await makeFolder(path.dirname(stored.target));
    await makeFolder(place.lockFolder);
    return await saveLocked(context, changes);
  } catch (error) {
    const failure = saveError(error, name);
    place.log.error(failure.message, failure.cause ?? failure);
    throw failure;
  }
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first !== undefined) await syncFolder(path.dirname(first));
}

async function saveLocked(context: SaveContext, changes: readonly Change[]): Promise<GoalDocument> {
  const { place, name } = context;
  const lockFile = path.join(place.lockFolder, `${path.basename(place.path)}.lock`);
  const lock = await acquireLock(lockFile);
  try {
    await removeLeftClaims(lockFile);
    await removeLeftTemporaries(place.lockFolder);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const document = await attemptSave(context, changes, lock);
      if (document) return document;
    }
  } finally {
    await lock.release();
  }
  throw new GoalFileError('busy', `${name} was not saved: another program keeps changing it.`);
}

/** One round of read, apply, write; undefined if the file changed meanwhile. */
async function attemptSave(
  { place, name, parser }: SaveContext,
  changes: readonly Change[],
  lock: Lock,
): Promise<GoalDocument | undefined> {
  const read = async () => writable(await readStoredFile(place.path, place.root, name), name);
  const stored = await read();
  const folder = path.dirname(stored.target);
  await removeLeftTemporaries(folder);
  const before = editableDocument(readingOf(stored, parser), name);
  const after = applyChanges(before, changes, place.stamper);
  if (after === before) {
    // Another process may have written this and died before it was durable; resolving now promises that it is.
    await syncFolder(folder);
    return after;
  }
  const { bytes, reading } = losslessBytes(after, name);
  const replaced = await replaceFile({
    target: stored.target,
    bytes,
    mode: stored.state === 'file' ? stored.mode : undefined,
    mayReplace: async () => sameBytes(stored, await read()) && (await lock.isOurs()),
  });
  if (!replaced) return undefined;
  parser.keep(bytes, { ...reading, document: after });
  return after;
}

function writable(stored: StoredFile, name: string): Writable {
  if (stored.state !== 'refused') return stored;
  throw new GoalFileError(stored.code, `${name} was not saved. ${placed(stored.reading)}`);
}

function editableDocument(reading: FileReading, name: string): GoalDocument {
  switch (reading.state) {
    case 'absent':
      return emptyDocument();
    case 'ok':
      return reading.document;
    case 'readOnly':
      throw new GoalFileError('read-only', `${name} is not changed. ${placed(reading)}`);
    case 'broken':
      throw new GoalFileError('broken', `${name} is not changed. ${placed(reading)}`);
  }
}

/** The first problem with its place, e.g. `Line 3, column 7: The file is not valid JSON.` */
function placed(reading: FileReading): string {
  const first = reading.state === 'absent' ? undefined : reading.problems[0];
  if (first === undefined) return '';
  const { line, column, message } = first;
  return line === undefined ? message : `Line ${line}, column ${column ?? 1}: ${message}`;
}

/** The bytes of the document, proved to give the same document again: a file is never replaced by one that says less. */
function losslessBytes(document: GoalDocument, name: string): { bytes: Buffer; reading: OkReading } {
  const bytes = Buffer.from(formatDocument(document));
  const reading = parseGoalFile(bytes, true);
  if (reading.state === 'ok' && sameDocument(reading.document, document)) return { bytes, reading };
  throw new GoalFileError(
    'read-only',
    `The change cannot be written to ${name} without losing something. ${placed(reading)}`.trimEnd(),
  );
}

function sameBytes(a: Writable, b: Writable): boolean {
  if (a.target !== b.target) return false;
  if (a.state === 'absent' || b.state === 'absent') return a.state === b.state;
  return a.bytes.equals(b.bytes);
}
