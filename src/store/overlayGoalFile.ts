import { existsSync } from 'node:fs';
import { applyChanges } from '../core/document/change';
import type { FileReading } from '../core/document/fileReading';
import { documentIn, GoalFileError } from '../core/document/fileReading';
import type { GoalDocument } from '../core/document/goalDocument';
import { emptyDocument } from '../core/document/goalDocument';
import { stampHandEdits } from '../core/document/handEdits';
import { textMember, withMember, withoutMember } from '../core/document/json';
import {
  joinOverlay,
  joinOverlays,
  nextOverlay,
  overlayOf,
  overtakenClaims,
  restingEdits,
  unsharedRecords,
} from '../core/document/overlay';
import { parseGoalFile } from '../core/document/parseGoalFile';
import type { Stamper } from '../core/document/stamp';
import type { GoalFile, TrackedFile } from '../core/space/goalSources';
import type { Rewritten, StoredGoalFile } from './goalFileStore';
import { sameDocument } from './sameDocument';

/**
 * Shared file together with the edits that are kept out of it, so that it does not get in git's way. They are stored in an overlay
 * in the git directory, written and joined under the lock of the shared file. Each step first makes the edits durable at their
 * target and then removes them from their source, and joining twice equals joining once: a death in between loses nothing.
 */
export interface OverlayGoalFile extends GoalFile {
  readonly overlayPath: string;
  /** Shared file alone, for work on the file rather than the goals, such as healing. */
  readonly own: GoalFile;
  /** Counts the records that the overlay alters or adds, and tells whether they come back by themselves when HEAD moves. */
  unshared(): Promise<Unshared>;
  /** Moves uncommitted edits to the overlay. @returns the number of records. @throws GoalFileError */
  park(): Promise<number>;
  /** Writes the overlay into the file. @returns the number of records. @throws GoalFileError */
  share(): Promise<number>;
  /** Calls `share` if parked edits may come back: HEAD has moved, and git is not in the middle of an operation. */
  bringBack(): Promise<number>;
}

export interface Unshared {
  readonly count: number;
  readonly parked: boolean;
}

export interface OverlayOptions {
  readonly file: StoredGoalFile;
  readonly overlay: StoredGoalFile;
  /** True if edits go to the overlay until they are shared; undefined: as the program did that wrote the overlay last. */
  readonly cleanTree: boolean | undefined;
  /** Returns git's view of the file; called only when needed, which is seldom. */
  readonly tracked: () => Promise<TrackedFile>;
  readonly stamper: Stamper;
}

/** Member of the overlay that tells when to join it: `share`, or HEAD at the time the edits were parked. */
const UNTIL = 'until';
const SHARE = 'share';

export function createOverlayGoalFile(options: OverlayOptions): OverlayGoalFile {
  const context = new Overlay(options);
  return {
    path: options.file.path,
    overlayPath: options.overlay.path,
    own: options.file,
    read: () => context.read(),
    save: async (changes) => (context.mayBeAside() ? context.saveAside(changes) : options.file.save(changes)),
    unshared: () => context.unshared(),
    park: () => context.park(),
    share: () => context.share(),
    bringBack: () => context.bringBack(),
  };
}

class Overlay {
  readonly #options: OverlayOptions;
  #joined: { readonly file: FileReading; readonly aside: FileReading; readonly reading: FileReading } | undefined;

  constructor(options: OverlayOptions) {
    this.#options = options;
  }

  /** Tells whether edits may be set aside; if none are, this costs a single look at the disk. */
  mayBeAside(): boolean {
    return this.#options.cleanTree === true || this.#isThere();
  }

  async read(): Promise<FileReading> {
    const file = await this.#options.file.read();
    if (!this.#isThere()) return file;
    const aside = await this.#options.overlay.read();
    // The same object while nothing has changed, so that a view need not draw it again.
    if (this.#joined?.file !== file || this.#joined.aside !== aside) {
      this.#joined = { file, aside, reading: joinedReading(file, aside) };
    }
    return this.#joined.reading;
  }

  async saveAside(changes: Parameters<GoalFile['save']>[0]): Promise<GoalDocument> {
    const { file, stamper } = this.#options;
    const result: { shown: GoalDocument } = { shown: emptyDocument() };
    await file.rewrite(async (onDisk) => {
      const aside = await this.#aside();
      const before = joinOverlay(onDisk, aside);
      const shown = applyChanges(before, changes, stamper);
      result.shown = shown;
      if (!this.#goesAside(aside)) return this.#joining(onDisk, aside, shown);
      if (shown === before) return { document: onDisk };
      const next = nextOverlay(onDisk, aside, shown);
      // A change that is not an edit of a register (a record moving to another file) is possible only in the file itself.
      if (!sameDocument(joinOverlay(onDisk, next), shown)) return this.#joining(onDisk, aside, shown);
      await this.#write(withUntil(next, this.#isParked(aside) ? untilOf(aside) : SHARE));
      return { document: onDisk };
    });
    return result.shown;
  }

  async unshared(): Promise<Unshared> {
    if (!this.#isThere()) return { count: 0, parked: false };
    const [reading, aside] = [await this.#options.file.read(), await this.#aside()];
    return { count: unsharedRecords(shownDocument(reading), aside).length, parked: this.#isParked(aside) };
  }

  async park(): Promise<number> {
    const { file } = this.#options;
    const tracked = await this.#options.tracked();
    const head = await tracked.head();
    if (head === undefined)
      throw new GoalFileError('cannot-park', 'There is no commit yet, so the goals stand in the way of nothing.');
    const moved = { count: 0 };
    await file.rewrite(async (onDisk) => {
      const { base, bytes, edits, isStaged } = await this.#uncommitted(onDisk);
      moved.count = edits.records.size;
      if (moved.count === 0 && !isStaged) return { document: onDisk };
      const aside = await this.#aside();
      const until = this.#options.cleanTree === true ? SHARE : head;
      await this.#write(withUntil(joinOverlays(aside, edits), until));
      if (isStaged) await tracked.unstage();
      return { document: base, bytes: bytes ?? 'absent' };
    });
    return moved.count;
  }

  async share(): Promise<number> {
    if (!this.#isThere()) return 0;
    const { file, tracked } = this.#options;
    if ((await (await tracked()).staged()).state === 'unmerged') throw new GoalFileError('unmerged', UNMERGED);
    const shared = { count: 0 };
    await file.rewrite(async (onDisk) => {
      const aside = await this.#aside();
      shared.count = unsharedRecords(onDisk, aside).length;
      return this.#joining(onDisk, aside, joinOverlay(onDisk, aside));
    });
    return shared.count;
  }

  async bringBack(): Promise<number> {
    const { cleanTree } = this.#options;
    if (!this.#isThere() || cleanTree === true) return 0;
    const tracked = await this.#options.tracked();
    if (tracked.isBusy()) return 0;
    const aside = await this.#aside();
    const until = untilOf(aside);
    if (until === SHARE && cleanTree === undefined) return 0;
    if (this.#isParked(aside) && until === (await tracked.head())) return 0;
    const { count } = await this.unshared();
    return count === 0 && until === undefined ? 0 : this.share();
  }

  /** Writes `shown` to the file; edits that are then in it, or lost against a later edit, leave the overlay. */
  #joining(onDisk: GoalDocument, aside: GoalDocument, shown: GoalDocument): Rewritten {
    return {
      document: shown,
      afterwards: async () => {
        if (!this.#isThere()) return;
        const claims = overtakenClaims(onDisk, aside);
        if (claims.length > 0) await (await this.#options.tracked()).note(claims);
        await this.#write(withUntil(restingEdits(shown, aside), this.#goesOn(aside) ? SHARE : undefined));
      },
    };
  }

  /** Returns the uncommitted changes of the file. @throws GoalFileError if they cannot be set aside. */
  async #uncommitted(onDisk: GoalDocument): Promise<Uncommitted> {
    const tracked = await this.#options.tracked();
    const [staged, bytes] = await Promise.all([tracked.staged(), tracked.committed()]);
    if (staged.state === 'unmerged') throw new GoalFileError('unmerged', UNMERGED);
    const isStaged = staged.state === 'changed';
    if (isStaged && !(staged.bytes && isSame(staged.bytes, onDisk))) throw new GoalFileError('staged', STAGED);
    const base = bytes ? editable(parseGoalFile(bytes), 'The last commit holds a goals file that') : emptyDocument();
    const shown = stampHandEdits(base, onDisk, this.#options.stamper);
    const edits = overlayOf(base, shown);
    if (!sameDocument(joinOverlay(base, edits), shown)) throw new GoalFileError('cannot-park', NO_EDIT);
    return { base, bytes, edits, isStaged };
  }

  #isThere(): boolean {
    return existsSync(this.#options.overlay.path);
  }

  async #aside(): Promise<GoalDocument> {
    return editable(await this.#options.overlay.read(), 'What was set aside');
  }

  #isParked(aside: GoalDocument): boolean {
    const until = untilOf(aside);
    return this.#options.cleanTree !== true && until !== undefined && until !== SHARE;
  }

  /** Tells whether further edits are set aside once these are shared. */
  #goesOn(aside: GoalDocument): boolean {
    return this.#options.cleanTree ?? untilOf(aside) === SHARE;
  }

  #goesAside(aside: GoalDocument): boolean {
    return this.#goesOn(aside) || this.#isParked(aside);
  }

  async #write(next: GoalDocument): Promise<void> {
    const isEmpty = next.records.size === 0 && untilOf(next) === undefined;
    await this.#options.overlay.rewrite(() =>
      Promise.resolve(isEmpty ? { document: next, bytes: 'absent' } : { document: next }),
    );
  }
}

interface Uncommitted {
  readonly base: GoalDocument;
  /** Content of the file in the last commit. */
  readonly bytes: Uint8Array | undefined;
  readonly edits: GoalDocument;
  readonly isStaged: boolean;
}

const UNMERGED = 'git is in the middle of a merge of the goals file; finish that first (microgoals resolve).';
const STAGED =
  'Goal changes are staged that differ from the file. Commit them or take them back (git restore --staged), then try again.';
const NO_EDIT =
  'The goals file holds a change that cannot be set aside, such as a record taken out by hand. Commit it or take it back first.';

function joinedReading(file: FileReading, aside: FileReading): FileReading {
  if (file.state === 'broken' || aside.state === 'absent') return file;
  const text = file.state === 'absent' ? '' : file.text;
  const problems = file.state === 'absent' ? [] : file.problems;
  if (aside.state === 'ok') {
    const state = file.state === 'absent' ? 'ok' : file.state;
    return { state, text, problems, document: joinOverlay(shownDocument(file), aside.document) };
  }
  const message = 'The goal changes that were set aside cannot be read; they were left as they are.';
  return { state: 'readOnly', text, document: shownDocument(file), problems: [...problems, { code: 'io', message }] };
}

function shownDocument(reading: FileReading): GoalDocument {
  return documentIn(reading) ?? emptyDocument();
}

function editable(reading: FileReading, what: string): GoalDocument {
  if (reading.state === 'absent') return emptyDocument();
  if (reading.state === 'ok') return reading.document;
  throw new GoalFileError('broken', `${what} cannot be read; nothing was changed.`);
}

function isSame(bytes: Uint8Array, document: GoalDocument): boolean {
  const reading = parseGoalFile(bytes);
  return reading.state === 'ok' && sameDocument(reading.document, document);
}

function untilOf({ top }: GoalDocument): string | undefined {
  return textMember(top, UNTIL);
}

function withUntil(document: GoalDocument, until: string | undefined): GoalDocument {
  const { top } = document;
  return { ...document, top: until === undefined ? withoutMember(top, UNTIL) : withMember(top, UNTIL, until) };
}
