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

/** How often a save starts again because another program changed the file meanwhile without asking for the lock. */
const ATTEMPTS = 20;
/** Permission bits of what only its owner may read. */
const OWNER_ONLY = 0o600;

export interface GoalFilePlace {
  /** Absolute path of the goals file. */
  readonly path: string;
  /** Folder that nothing read or written may leave; for personal files the root of the file system. */
  readonly root: string;
  /** `microgoals/` in the git directory of the work tree; without git the folder of the file. The same for every program. */
  readonly lockFolder: string;
  readonly stamper: Stamper;
  readonly log: Log;
  /** For a file that only its owner may read. Its new folders are closed to others, and so are these, whoever made them. */
  readonly closedFolders?: readonly string[] | undefined;
  /** For a file that is committed; what nobody else edits by hand needs none. */
  readonly handEdits?: HandEditGuard | undefined;
}

type OkReading = FileReading & { readonly state: 'ok' };
type Writable = StoredFile & { readonly state: 'absent' | 'file' };

/** What is to stand in the file from now on. */
export interface Rewritten {
  readonly document: GoalDocument;
  /** Its exact bytes, or that there shall be no file; undefined: as we write the document. */
  readonly bytes?: Uint8Array | 'absent' | undefined;
  /** Done when that is durable, before anybody else may write. */
  readonly afterwards?: (() => Promise<unknown>) | undefined;
}

export interface StoredGoalFile extends GoalFile {
  /**
   * As `save`, for what no list of changes says. The same document without bytes leaves the file alone. `edit` runs while no
   * other program may write, and again if the file changed all the same.
   */
  rewrite(edit: Edit): Promise<GoalDocument>;
}

/** @param bytes what `before` was read from; undefined where there is no file yet. */
type Edit = (before: GoalDocument, bytes: Buffer | undefined) => Promise<Rewritten>;

/** The goals file at a place on disk. Several of them for one path, in one process or many, do not disturb each other. */
export function createGoalFile(place: GoalFilePlace): StoredGoalFile {
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
      return readingOf(await readStoredFile(place.path, place.root, context.name), context.parser);
    },
    save: (changes) => enqueue(() => save(context, changes)),
    rewrite: (edit) => enqueue(() => rewrite(context, edit)),
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

/** @param isIdle whether there is nothing to do where no file is, so that not even a folder is made. */
async function rewrite(
  context: SaveContext,
  edit: Edit,
  isIdle?: (empty: GoalDocument) => boolean,
): Promise<GoalDocument> {
  const { place, name } = context;
  try {
    // Before the lock is taken: its folder may be the one that must not be touched, or not be there.
    const found = writable(await findStoredFile(place.path, place.root, name), name);
    if (found.state === 'absent' && isIdle) {
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

async function makeFolder(folder: string, { closedFolders }: GoalFilePlace): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: closedFolders ? 0o700 : undefined });
  if (first !== undefined) await syncFolder(path.dirname(first));
}

/** Takes from others what they may do in a folder. A link was put there by the person, and where the system refuses, a save goes on. */
async function closeFolder(folder: string): Promise<void> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found?.isDirectory() || (found.mode & 0o077) === 0) return;
  await chmod(folder, found.mode & 0o7700).catch(() => undefined);
}

/** @param folders where temporary files may have been left. */
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

/** One round of read, edit, write; undefined if the file changed meanwhile. */
async function attempt({ place, name, parser }: SaveContext, edit: Edit, lock: Lock): Promise<Rewritten | undefined> {
  const read = async () => writable(await readStoredFile(place.path, place.root, name), name);
  const stored = await read();
  const before = editableDocument(readingOf(stored, parser), name);
  const done = await edit(before, stored.state === 'file' ? stored.bytes : undefined);
  const mayReplace = async () => {
    const [now, isOurs] = await Promise.all([read(), lock.isOurs()]);
    return sameBytes(stored, now) && isOurs;
  };
  if (done.bytes === 'absent') return (await removeFile(stored.target, mayReplace)) ? done : undefined;
  if (done.document === before && done.bytes === undefined) {
    // Another process may have written this and died before it was durable; resolving now promises that it is.
    await syncFolder(path.dirname(stored.target));
    return done;
  }
  const { bytes, reading } = done.bytes ? verbatim(done.bytes, parser) : losslessBytes(done.document, parser, name);
  const mode = modeOf(stored, place);
  if (!(await replaceFile({ target: stored.target, bytes, mode, mayReplace }))) return undefined;
  parser.keep(bytes, reading);
  await place.handEdits?.wrote(bytes, done.bytes ? 'given' : 'formatted');
  // As read back, so that the next save finds the same records again.
  return { ...done, document: 'document' in reading ? reading.document : done.document };
}

/** A replaced file keeps its mode, but for what others may do with one that is its owner's alone. */
function modeOf(stored: Writable, { closedFolders }: GoalFilePlace): number | undefined {
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

/** The first problem with its place, e.g. `Line 3, column 7: The file is not valid JSON.` */
function placed(reading: FileReading): string {
  const first = reading.state === 'absent' ? undefined : reading.problems[0];
  if (first === undefined) return '';
  const { line, column, message } = first;
  return line === undefined ? message : `Line ${line}, column ${column ?? 1}: ${message}`;
}

/** The bytes of the document, proved to give the same document again: a file is never replaced by one that says less. */
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
