import { realpath } from 'node:fs/promises';
import { GoalFileError } from '../../core/document/fileReading';
import type { GoalSpace } from '../../core/space/goalSpace';
import type { BranchSource, CommitSource, GoalFile, TrackedFile } from '../../core/space/goalSources';
import type { Log } from '../../core/ports/ports';
import type { Scope, Snapshot, SourceReading } from '../../core/snapshot/snapshot';
import { writtenStatements } from '../../core/snapshot/statements';
import type { Repository } from '../../git/run/repository';
import { systemClock, systemHash, systemRandom } from '../../store/nodePorts';
import { openGoalFiles } from '../../store/openGoalFiles';
import type { OverlayGoalFile } from '../../store/overlayGoalFile';
import { Failure } from '../terminal/failure';
import { findRepository } from './findRepository';
import type { Context } from '../terminal/verb';

/** The goals that belong to a directory, and where each new one goes. */
export interface Place {
  /** Top of the work tree; without git the folder itself. */
  readonly root: string;
  readonly repository: Repository | undefined;
  readonly shared: GoalFile;
  /** The shared file, where edits can be set aside. */
  readonly aside: OverlayGoalFile | undefined;
  /** Goals of the team that were closed long ago. */
  readonly archive: GoalFile;
  /** Personal goals of this place. */
  readonly personal: GoalFile;
  /** Personal goals that are seen in every place. */
  readonly everywhere: GoalFile;
  /** The shared file first, then the personal ones. */
  readonly files: readonly { readonly scope: Scope; readonly file: GoalFile }[];
  /** The commits that name goals, read once however often they are asked for; undefined without git. */
  readonly commits: CommitSource | undefined;
  /** The person's address as the editor's setting has it; empty where git is asked. */
  readonly email: string;
}

/** What a failure has to say it says on standard error. */
const SILENT: Log = { info: () => undefined, error: () => undefined };

/**
 * @param wanted what the verb is sure to need: history is read while the place is still being opened.
 * @throws Failure if the directory is none, or git refuses to work with it.
 */
export async function openPlace({ directory, environment }: Context, wanted: Wanted = {}): Promise<Place> {
  const folder = await existingFolder(directory);
  const repository = await repositoryOf(folder, environment);
  const commits = repository && commitSource(repository);
  // Has history read, and hands out none of it yet; a failure is told to whoever waits for the commits.
  if (wanted.commits) commits?.commitsNaming?.([]).catch(() => undefined);
  const rootCommit = repository && (await rootCommitOf(repository, environment, wanted.readOnly ?? false));
  const { files, archive, aside } = await openGoalFiles({
    folder,
    repository: repository && { ...repository, rootCommit },
    personalFile: environment['MICROGOALS_PERSONAL_FILE'] ?? '',
    cleanTree: cleanTreeOf(environment),
    trackedFile: (file) => trackedFileOf(repository, file),
    environment,
    clock: systemClock,
    random: systemRandom,
    log: SILENT,
  });
  // What stands in the way of this is what the verb itself will say.
  await aside?.bringBack().catch(() => undefined);
  const personal = files.filter(({ scope }) => scope === 'personal').map(({ file }) => file);
  return {
    root: repository?.root ?? folder,
    repository,
    shared: present(files.find(({ scope }) => scope === 'team')?.file),
    archive: present(archive),
    aside,
    personal: present(personal[0]),
    everywhere: present(personal.at(-1)),
    files,
    commits,
    email: (environment['MICROGOALS_EMAIL'] ?? '').trim().toLowerCase(),
  };
}

/** As the editor's setting `microGoals.cleanTree`; undefined: as whoever set edits aside last. */
function cleanTreeOf(environment: NodeJS.ProcessEnv): boolean | undefined {
  const value = environment['MICROGOALS_CLEAN_TREE'];
  return value === undefined || value === '' ? undefined : value === '1';
}

async function trackedFileOf(repository: Repository | undefined, file: string): Promise<TrackedFile> {
  if (!repository) throw new Failure('There is no git repository here.');
  const { trackedFile } = await import('../../git/merge/trackedFile');
  return trackedFile(repository, file);
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

async function repositoryOf(folder: string, environment: NodeJS.ProcessEnv): Promise<Repository | undefined> {
  const opened = await findRepository(folder, environment);
  if (opened.state === 'refused') throw new Failure(`Git does not work here: ${opened.reason}`);
  return opened.state === 'open' ? opened.repository : undefined;
}

async function rootCommitOf(
  repository: Repository,
  environment: NodeJS.ProcessEnv,
  readOnly: boolean,
): Promise<string | undefined> {
  const { personalRoot } = await import('./personalRoot');
  return personalRoot(repository, environment, readOnly);
}

/** What the rules are to know; what a verb does not show it need not pay for. */
export interface Wanted {
  /** No personal goal will be written. */
  readonly readOnly?: boolean;
  readonly me?: boolean;
  readonly active?: boolean;
  readonly commits?: boolean;
  /** Goals of the archive, too. */
  readonly archived?: boolean;
  /** What other branches say of the goals of the team. */
  readonly branches?: boolean;
}

export function spaceOf(place: Place, wanted: Wanted): GoalSpace {
  return {
    files: wanted.archived ? [...place.files, { scope: 'team', file: place.archive }] : place.files,
    archive: place.archive,
    commits: wanted.commits ? place.commits : undefined,
    branches: wanted.branches ? branchSource(place) : undefined,
    provenance: wanted.me || wanted.commits ? (sources) => provenanceIn(sources, place) : undefined,
    me: async () => (wanted.me ? myAddress(place) : undefined),
    active: async () => (wanted.active ? activeGoal(place) : undefined),
    people: () => Promise.resolve(new Map()),
    hash: systemHash,
  };
}

/** What cannot be told, as in a clone that lacks history, is left open: nobody waits for it, and nothing is refused. */
async function provenanceIn(
  sources: readonly SourceReading[],
  place: Place,
): Promise<Snapshot['provenance'] | undefined> {
  const { repository, shared, archive } = place;
  const statements = writtenStatements(sources);
  if (!repository || statements.length === 0) return undefined;
  const { knownProvenance } = await import('../../git/people/knownProvenance');
  const asked = { files: [shared.path, archive.path], statements, me: await myAddress(place) };
  return knownProvenance(repository, asked).catch(() => undefined);
}

function commitSource(repository: Repository): CommitSource {
  let links: Promise<CommitSource> | undefined;
  const source = (): Promise<CommitSource> =>
    (links ??= import('./cachedCommitLinks').then(({ cachedCommitLinks }) => cachedCommitLinks(repository)));
  return {
    linkedCommits: async () => (await source()).linkedCommits(),
    commitsNaming: async (words) => (await source()).commitsNaming?.(words) ?? [],
    goneCommits: async () => (await source()).goneCommits?.() ?? [],
    recorded: async (wanted) => (await source()).recorded?.(wanted) ?? new Map(),
  };
}

function branchSource({ repository, shared }: Place): BranchSource {
  return {
    async read() {
      if (!repository) return undefined;
      const { BranchFiles } = await import('../../git/branches/branchFiles');
      return new BranchFiles(repository, shared.path).read();
    },
  };
}

/** Lower-case; undefined where git knows none. */
export async function myAddress({ repository, email }: Place): Promise<string | undefined> {
  if (email !== '') return email;
  if (!repository) return undefined;
  const { userEmail } = await import('../../git/run/repositoryFacts');
  return userEmail(repository);
}

/** The id of the goal that is worked on in this work tree. */
export async function activeGoal({ repository }: Place): Promise<string | undefined> {
  if (!repository) return undefined;
  const { readEffectiveGoal } = await import('../../git/log/activeGoal');
  const active = await readEffectiveGoal(repository);
  return active.state === 'active' ? active.id : undefined;
}

/** Writes into the person's own file what was committed for a personal goal since anybody looked. */
export async function recordCommits({ repository, personal }: Place): Promise<void> {
  if (!repository) return;
  const { recordPersonalCommits } = await import('../../git/log/recordPersonalCommits');
  await recordPersonalCommits(repository, personal, systemRandom);
}
