import type { Change } from '../document/change';
import type { GoalDocument } from '../document/goalDocument';
import type { FileReading } from '../document/fileReading';
import { GoalFileError } from '../document/fileReading';
import type { LoggedDisagreement } from '../document/disagreementLog';
import type { BranchSource, CommitSource, GoalFile } from './goalSources';
import type { FileNotice } from '../snapshot/fileNotice';
import type { BranchFacts } from '../snapshot/branchFacts';
import type { GoneCommit, LinkedCommit } from '../snapshot/linkedCommit';
import type { Aliases } from '../model/onePerson';
import { NO_ALIASES } from '../model/onePerson';
import type { Hash } from '../ports/ports';
import type { Calendar } from '../snapshot/calendar';
import type { SnapshotInput } from './buildSnapshot';
import { buildSnapshot } from './buildSnapshot';
import { recordedLinks } from '../commits/recordedLinks';
import type { Scope, Snapshot, SourceReading } from '../snapshot/snapshot';
import { EMPTY_READING } from '../snapshot/snapshot';

/** Goals of one place: the shared file of a repository or folder, and the person's own files. */
export interface GoalSpace {
  /** New goals go to the first file of a scope. */
  readonly files: readonly { readonly scope: Scope; readonly file: GoalFile }[];
  /** File for goals of the team that were closed long ago; written like any other file but read only on demand. */
  readonly archive?: GoalFile | undefined;
  readonly commits: CommitSource | undefined;
  /** Returns the disagreements that merges decided against somebody, with absolute paths; the same array until something new is noted. */
  readonly noted?: (() => Promise<readonly LoggedDisagreement[]>) | undefined;
  /** Returns what the files of the team do not show by themselves; the same array until it changes, undefined until it is known. */
  readonly notices?: (() => Promise<readonly FileNotice[] | undefined>) | undefined;
  /** Source of facts about other branches; undefined if nobody asks for them. */
  readonly branches?: BranchSource | undefined;
  /** Returns the verdicts of history on the signatures and confirmations that were read; undefined until they are known. */
  readonly provenance?: ((sources: readonly SourceReading[]) => Told | Promise<Told>) | undefined;
  readonly me: () => Promise<string | undefined>;
  /** Returns the further addresses of the people that the sources name; the same map until that changes. */
  readonly aliases?: ((sources: readonly SourceReading[]) => Promise<Aliases>) | undefined;
  readonly active: () => Promise<string | undefined>;
  readonly people: () => Promise<ReadonlyMap<string, string>>;
  readonly hash: Hash;
}

type Told = Snapshot['provenance'] | undefined;

/** Reads everything once. Never throws because of the files' contents. */
export async function readSpace(space: GoalSpace, calendar: Calendar): Promise<Snapshot> {
  return buildSnapshot(await readInput(space, calendar));
}

/** Reads the input of a snapshot. Facts that have not changed since the last reading are the same objects again. */
export async function readInput(space: GoalSpace, calendar: Calendar): Promise<SnapshotInput> {
  const [sources, commits, noted, me, active, people, branches, gone, notices] = await Promise.all([
    Promise.all(space.files.map(async ({ scope, file }) => ({ scope, path: file.path, reading: await file.read() }))),
    space.commits?.linkedCommits() ?? [],
    space.noted?.() ?? NOTHING_NOTED,
    space.me(),
    space.active(),
    space.people(),
    space.branches?.read(),
    space.commits?.goneCommits?.(),
    space.notices?.(),
  ]);
  const known = new Set(commits.map(({ commit }) => commit));
  const missing = recordedLinks(sources).filter(({ commit }) => !known.has(commit));
  const recorded = (missing.length === 0 ? undefined : await space.commits?.recorded?.(missing)) ?? NOTHING_RECORDED;
  const archived = await readArchive(space, noted, branches);
  const shallow = space.commits?.isShallow?.() ?? false;
  const [provenance, aliases = NO_ALIASES] = await Promise.all([space.provenance?.(sources), space.aliases?.(sources)]);
  const facts = { me, aliases, active, people, calendar, hash: space.hash };
  return { sources, archived, commits, recorded, noted, notices, branches, gone, shallow, provenance, ...facts };
}

const NOTHING_NOTED: readonly LoggedDisagreement[] = [];
const NOTHING_RECORDED: ReadonlyMap<string, LinkedCommit> = new Map();

/** Reads the archive only if a merge of it left something to settle or other branches may still have what was archived here. */
async function readArchive(
  { archive }: GoalSpace,
  noted: readonly LoggedDisagreement[],
  branches: BranchFacts | undefined,
): Promise<SourceReading | undefined> {
  const isWanted = noted.some(({ file }) => file === archive?.path) || (branches?.branches.length ?? 0) > 0;
  return archive && isWanted ? { scope: 'team', path: archive.path, reading: await archive.read() } : undefined;
}

/** Tells whether two readings give the same snapshot, judged by identity: after a save of our own, a watcher reads again for nothing. */
export function isSameInput(a: SnapshotInput, b: SnapshotInput): boolean {
  return (
    a.commits === b.commits &&
    a.noted === b.noted &&
    a.notices === b.notices &&
    a.branches === b.branches &&
    a.provenance === b.provenance &&
    a.shallow === b.shallow &&
    isSameGone(a.gone, b.gone) &&
    isSameReading(readingOf(a.archived), readingOf(b.archived)) &&
    a.people === b.people &&
    a.me === b.me &&
    a.aliases === b.aliases &&
    a.active === b.active &&
    a.calendar.today === b.calendar.today &&
    a.sources.length === b.sources.length &&
    a.sources.every(
      ({ path, reading }, index) => b.sources[index]?.path === path && isSameReading(reading, b.sources[index].reading),
    )
  );
}

function isSameGone(a: SnapshotInput['gone'] = [], b: SnapshotInput['gone'] = []): boolean {
  const isSame = ({ commit, goals }: GoneCommit, other: GoneCommit | undefined): boolean =>
    commit === other?.commit && goals.length === other.goals.length;
  return a === b || (a.length === b.length && a.every((gone, index) => isSame(gone, b[index])));
}

function readingOf(source: SourceReading | undefined): FileReading {
  return source?.reading ?? EMPTY_READING;
}

function isSameReading(a: FileReading, b: FileReading): boolean {
  return a === b || (a.state === 'absent' && b.state === 'absent');
}

/**
 * Returns the file that a new goal of that scope goes to.
 * @throws GoalFileError if there is none (no folder is open).
 */
export function fileOf(space: Pick<GoalSpace, 'files'>, scope: Scope): GoalFile {
  const entry = space.files.find((each) => each.scope === scope);
  if (!entry) throw new GoalFileError('no-folder', 'Team goals need an open folder.');
  return entry.file;
}

/**
 * Saves changes to the file with that path.
 * @returns the document as written
 * @throws GoalFileError if it cannot be written; nothing is changed then.
 */
export async function saveTo(
  space: Pick<GoalSpace, 'files' | 'archive'>,
  path: string,
  changes: readonly Change[],
): Promise<GoalDocument> {
  const files = [...space.files.map(({ file }) => file), ...(space.archive ? [space.archive] : [])];
  const found = files.find((file) => file.path === path);
  if (!found) throw new GoalFileError('no-folder', `${path} is not open any more; nothing was changed.`);
  return found.save(changes);
}
