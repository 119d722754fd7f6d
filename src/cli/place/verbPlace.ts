import { realpath } from 'node:fs/promises';
import type { Place } from '../../app/openPlace';
import { openPlace } from '../../app/openPlace';
import { activeGoal, aliasesOf, branchFiles, committers, myAddress, provenanceOf, textsOf } from '../../app/placeFacts';
import { GoalFileError } from '../../core/document/fileReading';
import { NO_ALIASES } from '../../core/model/onePerson';
import type { GoalSpace } from '../../core/space/goalSpace';
import type { CommitSource, GoalFile } from '../../core/space/goalSources';
import type { Log } from '../../core/ports/ports';
import type { Snapshot, SourceReading } from '../../core/snapshot/snapshot';
import { writtenStatements } from '../../core/snapshot/statements';
import type { Repository } from '../../git/run/repository';
import { systemHash } from '../../store/nodePorts';
import { Failure } from '../terminal/failure';
import { findRepository } from './findRepository';
import type { Context } from '../terminal/verb';

/** Place of a directory, with each of its files by name. */
export interface VerbPlace extends Place {
  /** Top of the work tree; without git, the folder itself. */
  readonly root: string;
  readonly shared: GoalFile;
  readonly archive: GoalFile;
  /** Personal goals of this place. */
  readonly personal: GoalFile;
  /** Personal goals that every place shows. */
  readonly everywhere: GoalFile;
  /** Source of the commits that name goals, which reads them only once; undefined without git. */
  readonly commits: CommitSource | undefined;
}

/** Log that drops everything: a failure is reported on standard error instead. */
const SILENT: Log = { info: () => undefined, error: () => undefined };

/**
 * Opens the place of the directory, and writes back edits that were set aside if that is due.
 * @param wanted needs that the verb is sure of: history is read while the place is still being opened.
 * @throws Failure if the directory does not exist or git refuses to work with it.
 */
export async function openVerbPlace(context: Context, wanted: Wanted = {}): Promise<VerbPlace> {
  const { directory, environment } = context;
  const folder = await existingFolder(directory);
  const { git, repository } = await gitOf(folder, environment);
  const commits = repository && commitSource(repository, context);
  // Starts to read history without using it yet; whoever waits for the commits gets a failure.
  if (wanted.commits) commits?.commitsNaming?.([]).catch(() => undefined);
  const rootCommit = repository && (await rootCommitOf(repository, environment, wanted.readOnly ?? false));
  const settings = {
    personalFile: environment['MICROGOALS_PERSONAL_FILE'] ?? '',
    cleanTree: cleanTreeOf(environment),
    email: (environment['MICROGOALS_EMAIL'] ?? '').trim().toLowerCase(),
  };
  const place = await openPlace({ folder, git, repository, rootCommit, settings, environment, log: SILENT });
  // The verb itself will report the obstacle.
  await place.aside?.bringBack().catch(() => undefined);
  const personal = place.files.filter(({ scope }) => scope === 'personal').map(({ file }) => file);
  return {
    ...place,
    root: repository?.root ?? folder,
    shared: present(place.files.find(({ scope }) => scope === 'team')?.file),
    archive: present(place.archive),
    personal: present(personal[0]),
    everywhere: present(personal.at(-1)),
    commits,
  };
}

/** Returns the counterpart of the editor's setting `microGoals.cleanTree`; undefined: as whoever last set edits aside. */
function cleanTreeOf(environment: NodeJS.ProcessEnv): boolean | undefined {
  const value = environment['MICROGOALS_CLEAN_TREE'];
  return value === undefined || value === '' ? undefined : value === '1';
}

function present(file: GoalFile | undefined): GoalFile {
  if (!file) throw new GoalFileError('no-folder', 'There is no goals file for this folder.');
  return file;
}

async function existingFolder(directory: string): Promise<string> {
  try {
    return await realpath(directory);
  } catch {
    throw new Failure(`There is no folder ${directory}.`);
  }
}

async function gitOf(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<Pick<Place, 'git'> & { readonly repository: Repository | undefined }> {
  const opened = await findRepository(folder, environment);
  if (opened.state === 'refused') throw new Failure(`Git does not work here: ${opened.reason}`);
  return { git: opened.state, repository: opened.state === 'open' ? opened.repository : undefined };
}

async function rootCommitOf(
  repository: Repository,
  environment: NodeJS.ProcessEnv,
  readOnly: boolean,
): Promise<string | undefined> {
  const { personalRoot } = await import('./personalRoot');
  return personalRoot(repository, environment, readOnly);
}

/** Facts that the rules are to know; a verb need not pay for facts that it does not show. */
export interface Wanted {
  /** True if no personal goal will be written. */
  readonly readOnly?: boolean;
  readonly me?: boolean;
  readonly active?: boolean;
  readonly commits?: boolean;
  /** True if goals of the archive are read, too. */
  readonly archived?: boolean;
  /** True if the goals of the team are read on other branches, too. */
  readonly branches?: boolean;
  /** True if people go by the names that git knows where the files have none. */
  readonly names?: boolean;
}

export function spaceOf(place: VerbPlace, wanted: Wanted): GoalSpace {
  return {
    files: wanted.archived ? [...place.files, { scope: 'team', file: place.archive }] : place.files,
    archive: place.archive,
    commits: wanted.commits ? place.commits : undefined,
    branches: wanted.branches ? { read: async () => (await branchFiles(place))?.read() } : undefined,
    provenance: wanted.me || wanted.commits ? (sources) => knownOf(sources, place) : undefined,
    me: async () => (wanted.me ? myAddress(place) : undefined),
    aliases: (sources) => aliasesOf(textsOf(sources), place).catch(() => NO_ALIASES),
    active: async () => (wanted.active ? activeGoal(place) : undefined),
    people: async () => (wanted.names ? committers(place).catch(() => new Map()) : new Map()),
    hash: systemHash,
  };
}

/** Returns the provenance of statements; undefined if unknown, as in a clone that lacks history: nobody waits, nothing is refused. */
async function knownOf(
  sources: readonly SourceReading[],
  place: VerbPlace,
): Promise<Snapshot['provenance'] | undefined> {
  const statements = writtenStatements(sources);
  if (!place.repository || statements.length === 0) return undefined;
  return provenanceOf(place, statements, await myAddress(place)).catch(() => undefined);
}

function commitSource(repository: Repository, { outlasted }: Context): CommitSource {
  let links: Promise<CommitSource> | undefined;
  const source = (): Promise<CommitSource> =>
    (links ??= import('./cachedCommitLinks').then(({ cachedCommitLinks }) => cachedCommitLinks(repository, outlasted)));
  return {
    linkedCommits: async () => (await source()).linkedCommits(),
    commitsNaming: async (words) => (await source()).commitsNaming?.(words) ?? [],
    goneCommits: async () => (await source()).goneCommits?.() ?? [],
    recorded: async (wanted) => (await source()).recorded?.(wanted) ?? new Map(),
  };
}
