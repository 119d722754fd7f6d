import { chmod, lstat, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '../core/document/change';
import { applyChanges } from '../core/document/change';
import type { FileReading } from '../core/document/fileReading';
import { GoalFileError } from '../core/document/fileReading';
import type { GoalDocument } from '../core/document/goalDocument';
import { emptyDocument } from '../core/document/goalDocument';
import type { Stamper } from '../core/document/stamp';
import type { GoalFile } from '../core/space/goalSources';
import type { Log } from '../core/ports/ports';
import type { HandEditGuard } from './handEditGuard';
import type { Lock } from './lock';
import { acquireLock, removeLeftClaims } from './lock';
import { ReadingCache } from './readingCache';
import { removeFile, replaceFile, syncFolder } from './replaceFile';
import { sameDocument } from './sameDocument';
import { saveError } from './storageFailure';
import type { FoundFile, StoredFile } from './storedFile';
import { findStoredFile, readStoredFile } from './storedFile';
import { removeLeftTemporaries } from './temporaryName';

/** Most attempts of a save; another one follows each time a program changes the file without taking the lock. */
const ATTEMPTS = 20;
/** Permission bits of a file that only its owner may read. */
const OWNER_ONLY = 0o600;

export interface GoalFileOptions {
  /** Absolute path of the goals file. */
  readonly path: string;
  /** Folder that no access may leave; for personal files the root of the file system. */
  readonly root: string;
  /** `microgoals/` in the git directory of the work tree; without git the folder of the file. All programs use the same one. */
  readonly lockFolder: string;
  readonly stamper: Stamper;
  readonly log: Log;
  /** Folders to close to others, whoever created them, if only the owner may read the file. New folders are closed then, too. */
  readonly closedFolders?: readonly string[] | undefined;
  /** Guard for a file that is committed; a file that nobody else edits by hand needs none. */
  readonly handEdits?: HandEditGuard | undefined;
  /** Returns the content of a file that stands for one that is not on disk; undefined if there is none. */
  readonly leftOut?: (() => Promise<Uint8Array | undefined>) | undefined;
}

type OkReading = FileReading & { readonly state: 'ok' };
type Writable = StoredFile & { readonly state: 'absent' | 'file' };

/** New content of the file. */
export interface Rewritten {
  readonly document: GoalDocument;
  /** Exact bytes of the file, or 'absent' for no file; undefined: the bytes that we write for the document. */
  readonly bytes?: Uint8Array | 'absent' | undefined;
  /** Runs once the content is durable, before anybody else may write. */
  readonly afterwards?: (() => Promise<unknown>) | undefined;
}

export interface StoredGoalFile extends GoalFile {
  /**
   * Saves like `save`, but an edit that a list of changes cannot express. The same document without bytes leaves the file alone.
   * `edit` runs while no other program may write, and again if the file changed nevertheless.
   */
  rewrite(edit: Edit): Promise<GoalDocument>;
}

/** Edit of a document. @param bytes source of `before`; undefined if there is no file yet. */
type Edit = (before: GoalDocument, bytes: Buffer | undefined) => Promise<Rewritten>;

/** Creates the goals file of a place on disk. Several objects for one path, in one process or many, do not disturb each other. */
export function createGoalFile(place: GoalFileOptions): StoredGoalFile {
  const context: SaveContext = { place, name: shownName(place), parser: new ReadingCache() };
  let last: Promise<unknown> = Promise.resolve();
  const enqueue = (write: () => Promise<GoalDocument>): Promise<GoalDocument> => {
    const written = last.then(write);
    last = written.catch(() => undefined);
    return written;
  };
  return {
    path: place.path,
    async read() {
      return readingOf(await readStoredFile(place.path, place.root, context.name), context);
    },
    save: (changes) => enqueue(() => save(context, changes)),
    rewrite: (edit) => enqueue(() => rewrite(context, edit)),
  };
}

interface SaveContext {
  readonly place: GoalFileOptions;
  /** Name of the file as the person knows it. */
  readonly name: string;
  readonly parser: ReadingCache;
}

/** Returns the path relative to the root if that is clear enough, with slashes on every platform. */
function shownName({ path: file, root }: GoalFileOptions): string {
  return path.dirname(root) === root ? file : path.relative(root, file).replaceAll(path.sep, '/');
}

async function readingOf(stored: StoredFile, { place, name, parser }: SaveContext): Promise<FileReading> {
  if (stored.state === 'absent') {
    try {
      const bytes = await place.leftOut?.();
      return bytes ? parser.parse(Buffer.from(bytes)) : { state: 'absent' };
    } catch {
      const message = `${name} is not checked out, and git cannot read it.`;
      return { state: 'broken', text: '', problems: [{ code: 'io', message }] };
    }
  }
  return stored.state === 'refused' ? stored.reading : parser.parse(stored.bytes);
}

async function save(context: SaveContext, changes: readonly Change[]): Promise<GoalDocument> {
  const { stamper, handEdits } = context.place;
  return rewrite(
    context,
    async (before, bytes) => {
      const document = applyChanges(before, changes, stamper);
      if (document === before || !handEdits || !bytes) return { document };
      const written = await handEdits.writtenLast(bytes);
      if (written === 'formatted') context.parser.trust(bytes);
      if (written !== undefined) return { document };
      const stamped = await handEdits.stamped(before, bytes);
      return { document: stamped === before ? document : applyChanges(stamped, changes, stamper) };
    },
    (empty) => applyChanges(empty, changes, stamper) === empty,
  );
}

/** Rewrites the file under its lock. @param isIdle true if there is nothing to do without a file, so that not even a folder is created. */
async function rewrite(
  context: SaveContext,
  edit: Edit,
  isIdle?: (empty: GoalDocument) => boolean,
): Promise<GoalDocument> {
  const { place, name } = context;
  try {
    // Before locking: the lock's folder may be the one that must not be touched, or may not exist.
    const found = writable(await findStoredFile(place.path, place.root, name), name);
    if (found.state === 'absent' && isIdle && (await readingOf(found, context)).state === 'absent') {
      const empty = emptyDocument();
      if (isIdle(empty)) return empty;
    }
    const folder = path.dirname(found.target);
    if (found.state === 'absent') await makeFolder(folder, place);
    await makeFolder(place.lockFolder, place);
    await Promise.all((place.closedFolders ?? []).map(closeFolder));
    return await rewriteLocked(context, edit, [...new Set([folder, place.lockFolder])]);
  } catch (error) {
    const failure = saveError(error, name);
    place.log.error(failure.message, failure.cause ?? failure);
    throw failure;
  }
}

async function makeFolder(folder: string, { closedFolders }: GoalFileOptions): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: closedFolders ? 0o700 : undefined });
  if (first !== undefined) await syncFolder(path.dirname(first));
}

/** Removes others' permissions on a folder. A link stays as it is, since the person made it; if the system refuses, a save continues. */
async function closeFolder(folder: string): Promise<void> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found?.isDirectory() || (found.mode & 0o077) === 0) return;
  await chmod(folder, found.mode & 0o7700).catch(() => undefined);
}

/** Rewrites the file while holding the lock. @param folders folders that may contain leftover temporary files. */
async function rewriteLocked(context: SaveContext, edit: Edit, folders: readonly string[]): Promise<GoalDocument> {
  const { place, name } = context;
  const lockFile = path.join(place.lockFolder, `${path.basename(place.path)}.lock`);
  const lock = await acquireLock(lockFile, undefined, place.closedFolders && OWNER_ONLY);
  const tidied = Promise.all([removeLeftClaims(lockFile), ...folders.map(removeLeftTemporaries)]);
  try {
    for (let round = 0; round < ATTEMPTS; round++) {
      const done = await attempt(context, edit, lock);
      if (!done) continue;
      await done.afterwards?.();
      return done.document;
    }
  } finally {
    await tidied;
    await lock.release();
  }
  throw new GoalFileError('busy', `${name} was not saved: another program keeps changing it.`);
}

/** Makes one round of read, edit, write; returns undefined if the file changed meanwhile. */
async function attempt(context: SaveContext, edit: Edit, lock: Lock): Promise<Rewritten | undefined> {
  const { place, name, parser } = context;
  const read = async () => writable(await readStoredFile(place.path, place.root, name), name);
  const stored = await read();
  const before = editableDocument(await readingOf(stored, context), name);
  const done = await edit(before, stored.state === 'file' ? stored.bytes : undefined);
  const mayReplace = async () => {
    const [now, isOurs] = await Promise.all([read(), lock.isOurs()]);
    return sameBytes(stored, now) && isOurs;
  };
  if (done.bytes === 'absent') return (await removeFile(stored.target, mayReplace)) ? done : undefined;
  if (done.document === before && done.bytes === undefined) {
    // Another process may have written this and died before it was durable; returning now promises that it is.
    await syncFolder(path.dirname(stored.target));
    return done;
  }
  const { bytes, reading } = done.bytes ? verbatim(done.bytes, parser) : losslessBytes(done.document, parser, name);
  const mode = modeOf(stored, place);
  if (!(await replaceFile({ target: stored.target, bytes, mode, mayReplace }))) return undefined;
  parser.keep(bytes, reading);
  await place.handEdits?.wrote(bytes, done.bytes ? 'given' : 'formatted');
  // The document as read back, so that the next save finds the same records again.
  return { ...done, document: 'document' in reading ? reading.document : done.document };
}

/** Returns the mode of the new file: that of the replaced one, but without permissions for others if it is its owner's alone. */
function modeOf(stored: Writable, { closedFolders }: GoalFileOptions): number | undefined {
  if (stored.state === 'absent') return closedFolders && OWNER_ONLY;
  return closedFolders ? stored.mode & 0o700 : stored.mode;
}

function verbatim(given: Uint8Array, parser: ReadingCache): { bytes: Buffer; reading: FileReading } {
  const bytes = Buffer.from(given);
  return { bytes, reading: parser.parseNew(bytes) };
}

function writable<T extends StoredFile | FoundFile>(stored: T, name: string): Exclude<T, { state: 'refused' }> {
  if (stored.state === 'refused') {
    throw new GoalFileError(stored.code, `${name} was not saved. ${placed(stored.reading)}`);
  }
  return stored as Exclude<T, { state: 'refused' }>;
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

/** Returns the first problem with its place, e.g. `Line 3, column 7: The file is not valid JSON.` */
function placed(reading: FileReading): string {
  const first = reading.state === 'absent' ? undefined : reading.problems[0];
  if (first === undefined) return '';
  const { line, column, message } = first;
  return line === undefined ? message : `Line ${line}, column ${column ?? 1}: ${message}`;
}

/** Returns the document's bytes, checked to parse to the same document: a file is never replaced by one that holds less. */
function losslessBytes(
  document: GoalDocument,
  parser: ReadingCache,
  name: string,
): { bytes: Buffer; reading: OkReading } {
  const bytes = parser.format(document);
  const reading = parser.parseNew(bytes);
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
