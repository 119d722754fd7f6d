import type * as vscode from 'vscode';
import type { GoalSpace } from '../../core/space/goalSpace';
import type { CommitSource, TrackedFile } from '../../core/space/goalSources';
import type { Log } from '../../core/ports/ports';
import type { BurnUpRevision } from '../../core/reports/burnUp';
import type { ActiveGoal } from '../../git/log/activeGoal';
import { activeFile, readEffectiveGoal, writeActiveGoal } from '../../git/log/activeGoal';
import type { CommitLinks } from '../../git/log/commitLinks';
import { GitError } from '../../git/run/gitError';
import { NotedDisagreements } from '../../git/merge/notedDisagreements';
import type { Repository } from '../../git/run/repository';
import { openRepository } from '../../git/run/repository';
import { authors, rootCommit, userEmail } from '../../git/run/repositoryFacts';
import { trackedFile, UNDER_WAY } from '../../git/merge/trackedFile';
import type { GoalPlace } from '../../store/locateGoalFile';
import { systemClock, systemHash, systemRandom } from '../../store/nodePorts';
import { openGoalFiles } from '../../store/openGoalFiles';
import type { OverlayGoalFile } from '../../store/overlayGoalFile';
import path from 'node:path';
import { lateFacts, orNothing } from './lateFacts';
import type { LookedAt } from './lookedAt';
import { lookedAt } from './lookedAt';
import type { Remembered, RememberedEach } from './remember';
import { remember, rememberEach } from './remember';
import type { Settings } from './settings';

/** `untrusted`: Restricted Mode, where git is not asked. */
export type GitState = 'open' | 'none' | 'no-git' | 'refused' | 'untrusted';

/** One folder with its goals, its repository, and what is known of the person. */
export interface Place {
  readonly folder: string | undefined;
  readonly git: GitState;
  readonly repository: Repository | undefined;
  readonly space: GoalSpace;
  /** Where the shared goals are; undefined without a folder. */
  readonly team: GoalPlace | undefined;
  /** The shared file, where edits can be set aside. */
  readonly aside: OverlayGoalFile | undefined;
  /** Files whose change asks for another look at the goals, and at git. */
  readonly goalPaths: readonly string[];
  readonly gitPaths: readonly string[];
  /** What the committed versions of the shared file said of a goal, kept until git is asked again. Rejects with a `GitError`. */
  revisionsOf(id: string): Promise<readonly BurnUpRevision[]>;
  setActive(goal: ActiveGoal): Promise<void>;
  readonly looked: LookedAt;
  /** Writes into the person's own file what was committed for a personal goal; nothing in Restricted Mode. */
  recordCommits(): Promise<void>;
  /** Resolves when what other branches have, and what history tells of the signatures that were read, is known. */
  lateRead(): Promise<void>;
  /** Git is asked again at the next reading. */
  forgetGit(): void;
}

export interface PlaceOptions {
  readonly folder: string | undefined;
  readonly trusted: boolean;
  readonly settings: Settings;
  /** Keeps the active goal of a folder without git, and the goals as they were looked at last. */
  readonly memory: vscode.Memento;
  readonly log: Log;
  /** Called when something is known that no reading waits for. */
  readonly onLate: () => void;
}

const SYSTEM = { clock: systemClock, random: systemRandom, environment: process.env };

export async function openPlace({ folder, trusted, settings, memory, log, onLate }: PlaceOptions): Promise<Place> {
  const { state: git, repository } = await openGit(folder, trusted, settings, log);
  const { files, archive, team, aside } = await openGoalFiles({
    ...settings,
    folder,
    repository: repository && { ...repository, rootCommit: await rootCommit(repository) },
    trackedFile: (file) => trackedFileOf(repository, file),
    ...SYSTEM,
    log,
  });
  const person = personOf(repository, settings, log);
  const active = rememberActive(repository ? activeInWorktree(repository) : activeInFolder(memory, folder));
  const noted = repository && new NotedDisagreements(repository);
  const late = lateFacts(repository, { team, archive: archive?.path, me: person.facts.me }, log, onLate);
  const revisions = revisionsOf(repository, team);
  const commits = commitsOf(await linksOf(repository), log);
  return {
    folder,
    git,
    repository,
    team,
    aside,
    space: {
      files,
      archive,
      commits: commits.source,
      noted: noted && (() => noted.read()),
      ...person.facts,
      active: () => active.read(),
      ...late.facts,
    },
    ...watchedPaths(files, [archive?.path, aside?.overlayPath, noted?.path], repository),
    revisionsOf: revisions.get,
    setActive: (goal) => active.write(goal),
    looked: lookedAt(repository, memory, folder),
    recordCommits: () => recordCommits(repository, files),
    lateRead: () => late.settled(),
    forgetGit: forgetting([commits, late, revisions, person, active]),
  };
}

function forgetting(facts: readonly Pick<Remembered<unknown>, 'forget'>[]): () => void {
  return () => {
    for (const fact of facts) fact.forget();
  };
}

/** By goal. The code that reads old versions is loaded when somebody looks at a course. */
function revisionsOf(
  repository: Repository | undefined,
  team: GoalPlace | undefined,
): RememberedEach<readonly BurnUpRevision[]> {
  return rememberEach(async (id) => {
    if (!repository || !team) return [];
    const { goalHistory } = await import('../../git/files/goalHistory');
    return goalHistory(repository, team.path, id);
  });
}

async function recordCommits(repository: Repository | undefined, files: GoalSpace['files']): Promise<void> {
  const own = files.find(({ scope }) => scope === 'personal')?.file;
  if (!repository || !own) return;
  const { recordPersonalCommits } = await import('../../git/log/recordPersonalCommits');
  await recordPersonalCommits(repository, own, systemRandom);
}

function watchedPaths(
  files: GoalSpace['files'],
  more: readonly (string | undefined)[],
  repository: Repository | undefined,
): Pick<Place, 'goalPaths' | 'gitPaths'> {
  const goalPaths = [...files.map(({ file }) => file.path), ...more].filter((each) => each !== undefined);
  return { goalPaths, gitPaths: repository ? watchedGitFiles(repository) : [] };
}

interface Commits extends Pick<Remembered<unknown>, 'forget'> {
  readonly source: CommitSource;
}

/** What asks git for history is read where there is a repository. */
async function linksOf(repository: Repository | undefined): Promise<CommitLinks | undefined> {
  if (!repository) return undefined;
  const { CommitLinks } = await import('../../git/log/commitLinks');
  return new CommitLinks(repository);
}

/** Those that only a record links are asked for whenever the records are read. */
function commitsOf(links: CommitLinks | undefined, log: Log): Commits {
  const commits = remember(() => orNothing(links?.linkedCommits() ?? Promise.resolve([]), [], log));
  const gone = remember(() => orNothing(links?.goneCommits() ?? Promise.resolve([]), [], log));
  return {
    source: {
      linkedCommits: () => commits.get(),
      isShallow: () => links?.isShallow() ?? false,
      goneCommits: () => gone.get(),
      recorded: (wanted) => orNothing(links?.recorded(wanted) ?? Promise.resolve(new Map()), new Map(), log),
    },
    forget: forgetting([commits, gone]),
  };
}

async function openGit(
  folder: string | undefined,
  trusted: boolean,
  { integrationBranches: integration }: Settings,
  log: Log,
): Promise<{ state: GitState; repository: Repository | undefined }> {
  if (folder === undefined) return { state: 'none', repository: undefined };
  if (!trusted) return { state: 'untrusted', repository: undefined };
  const { simpleGitClient } = await import('../../git/run/simpleGitClient');
  const opened = await openRepository(folder, await simpleGitClient());
  if (opened.state === 'refused') log.info(`git refuses ${folder}: ${opened.reason}`);
  return {
    state: opened.state,
    repository: opened.state === 'open' ? { ...opened.repository, integration } : undefined,
  };
}

function trackedFileOf(repository: Repository | undefined, file: string): Promise<TrackedFile> {
  if (!repository) return Promise.reject(new GitError('failed', 'There is no repository.'));
  return Promise.resolve(trackedFile(repository, file));
}

/** Commits, branch changes and fetches all write one of these. */
function watchedGitFiles(repository: Repository): readonly string[] {
  const { root, gitDir, commonDir } = repository;
  const ofClone = ['packed-refs', 'FETCH_HEAD', 'config', 'shallow'].map((name) => path.join(commonDir, name));
  // A rebase moves HEAD first and is over later: only then does what was set aside come back.
  const ofWorkTree = ['HEAD', path.join('logs', 'HEAD'), ...UNDER_WAY].map((name) => path.join(gitDir, name));
  return [...ofWorkTree, activeFile(repository), ...ofClone, path.join(root, '.mailmap')];
}

interface Person extends Pick<Remembered<unknown>, 'forget'> {
  readonly facts: Pick<GoalSpace, 'me' | 'people' | 'hash'>;
}

function personOf(repository: Repository | undefined, settings: Settings, log: Log): Person {
  const me = remember(async () => {
    if (settings.email !== '') return settings.email;
    return repository && orNothing(userEmail(repository), undefined, log);
  });
  const people = remember(async () => {
    const known = repository ? await orNothing(authors(repository), [], log) : [];
    return new Map(known.map(({ email, name }) => [email, name]));
  });
  return {
    facts: { me: () => me.get(), people: () => people.get(), hash: systemHash },
    forget: forgetting([me, people]),
  };
}

interface ActiveGoalStore {
  read(): Promise<string | undefined>;
  write(goal: ActiveGoal): Promise<void>;
}

function rememberActive(store: ActiveGoalStore): ActiveGoalStore & Pick<Remembered<unknown>, 'forget'> {
  const goal = remember(() => store.read());
  return {
    read: () => goal.get(),
    async write(next) {
      await store.write(next);
      goal.forget();
    },
    forget: () => {
      goal.forget();
    },
  };
}

function activeInWorktree(repository: Repository): ActiveGoalStore {
  return {
    async read() {
      const goal = await readEffectiveGoal(repository);
      return goal.state === 'active' ? goal.id : undefined;
    },
    write: (goal) => writeActiveGoal(repository, goal),
  };
}

function activeInFolder(memory: vscode.Memento, folder: string | undefined): ActiveGoalStore {
  const key = `active:${folder ?? ''}`;
  return {
    read: () => Promise.resolve(memory.get<string>(key)),
    async write(goal) {
      await memory.update(key, goal.state === 'active' ? goal.id : undefined);
    },
  };
}
