import type * as vscode from 'vscode';
import path from 'node:path';
import type { GitState, Place } from '../../app/openPlace';
import { openPlace } from '../../app/openPlace';
import { activeGoal, aliasesOf, committers, myAddress, keepCommits, revisionsOf, textsOf } from '../../app/placeFacts';
import { NO_ALIASES } from '../../core/model/onePerson';
import type { GoalSpace } from '../../core/space/goalSpace';
import type { CommitSource } from '../../core/space/goalSources';
import type { Log } from '../../core/ports/ports';
import type { FileNotice } from '../../core/snapshot/fileNotice';
import type { BurnUpRevision } from '../../core/reports/burnUp';
import type { ActiveGoal } from '../../git/log/activeGoal';
import { writeActiveGoal } from '../../git/log/activeGoal';
import type { CommitLinks } from '../../git/log/commitLinks';
import { NotedDisagreements } from '../../git/merge/notedDisagreements';
import { activeFile, UNDER_WAY } from '../../git/run/gitFolder';
import type { Repository } from '../../git/run/repository';
import { openRepository } from '../../git/run/repository';
import { rootCommit } from '../../git/run/repositoryFacts';
import { systemHash } from '../../store/nodePorts';
import type { InBackground } from './inBackground';
import { inBackground } from './inBackground';
import { lateFacts, orNothing } from './lateFacts';
import type { LookedAt } from './lookedAt';
import { lookedAt } from './lookedAt';
import type { Remembered } from './remember';
import { remember, rememberEach, rememberFor } from './remember';
import type { Settings } from './settings';

/** Place of a window; facts from git are kept until git is asked again. */
export interface WindowPlace extends Place {
  readonly space: GoalSpace;
  /** Paths of files whose change makes the window read the goals again, and for `gitPaths` ask git again. */
  readonly goalPaths: readonly string[];
  readonly gitPaths: readonly string[];
  /** Returns what the committed versions of the shared file say of a goal. Rejects with a `GitError`. */
  revisionsOf(id: string): Promise<readonly BurnUpRevision[]>;
  setActive(goal: ActiveGoal): Promise<void>;
  readonly looked: LookedAt;
  /** Writes the commits for a personal goal into the person's own file; does nothing in Restricted Mode. */
  keepCommits(): Promise<void>;
  /** Resolves when the goals of other branches, and what history says of the signatures read, are known. */
  lateRead(): Promise<void>;
  /** Makes the next reading ask git again. */
  forgetGit(): void;
}

export interface WindowPlaceOptions {
  readonly folder: string | undefined;
  readonly trusted: boolean;
  readonly settings: Settings;
  /** Memory for the active goal of a folder without git, and for the goals last looked at there. */
  readonly memory: vscode.Memento;
  readonly log: Log;
  /** Function called when a fact becomes known that no reading waits for. */
  readonly onLate: () => void;
}

export async function openWindowPlace(options: WindowPlaceOptions): Promise<WindowPlace> {
  const { folder, trusted, settings, memory, log, onLate } = options;
  const { git, repository } = await openGit(folder, trusted, settings, log);
  const first = repository && (await rootCommit(repository));
  const opening = { folder, git, repository, rootCommit: first, settings, environment: process.env, log };
  const place = await openPlace(opening);
  const { files, archive, aside } = place;
  const person = personOf(place, log);
  const active = rememberActive(repository ? activeInWorktree(repository) : activeInFolder(memory, folder));
  const noted = repository && new NotedDisagreements(repository);
  const late = lateFacts({ ...place, me: person.facts.me }, log, onLate);
  const notices = noticesOf(place, log, onLate);
  const revisions = rememberEach((id) => revisionsOf(place, id));
  const commits = commitsOf(await linksOf(repository), log);
  return {
    ...place,
    space: {
      files,
      archive,
      commits: commits.source,
      noted: noted && (() => noted.read()),
      ...person.facts,
      active: () => active.read(),
      notices: () => notices.get(),
      ...late.facts,
    },
    ...watchedPaths(files, [archive?.path, aside?.overlayPath, noted?.path], repository),
    revisionsOf: revisions.get,
    setActive: (goal) => active.write(goal),
    looked: lookedAt(repository, memory, folder),
    keepCommits: () => keepCommits(place),
    lateRead: async () => {
      await late.settled();
      await notices.settled();
    },
    forgetGit: forgetting([commits, late, revisions, person, active, notices]),
  };
}

/** Returns what the files of the team do not show by themselves; it is looked at again with each reading. */
function noticesOf(place: Place, log: Log, onLate: () => void): InBackground<readonly FileNotice[]> {
  const reader = remember(async () => (await import('./windowNotices')).noticeReader(place, log));
  const notices = inBackground(async () => (await reader.get())(), onLate);
  return {
    ...notices,
    get() {
      notices.forget();
      return notices.get();
    },
    forget: () => {
      reader.forget();
    },
  };
}

function forgetting(facts: readonly Pick<Remembered<unknown>, 'forget'>[]): () => void {
  return () => {
    for (const fact of facts) fact.forget();
  };
}

function watchedPaths(
  files: GoalSpace['files'],
  more: readonly (string | undefined)[],
  repository: Repository | undefined,
): Pick<WindowPlace, 'goalPaths' | 'gitPaths'> {
  const goalPaths = [...files.map(({ file }) => file.path), ...more].filter((each) => each !== undefined);
  return { goalPaths, gitPaths: repository ? watchedGitFiles(repository) : [] };
}

interface Commits extends Pick<Remembered<unknown>, 'forget'> {
  readonly source: CommitSource;
}

/** Returns what asks git for history; its code is loaded only for a repository. */
async function linksOf(repository: Repository | undefined): Promise<CommitLinks | undefined> {
  if (!repository) return undefined;
  const { CommitLinks } = await import('../../git/log/commitLinks');
  return new CommitLinks(repository);
}

/** Returns the commits of goals; those that only a record links are asked for whenever the records are read. */
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
): Promise<{ readonly git: GitState; readonly repository: Repository | undefined }> {
  if (folder === undefined) return { git: 'none', repository: undefined };
  if (!trusted) return { git: 'untrusted', repository: undefined };
  const { simpleGitClient } = await import('../../git/run/simpleGitClient');
  const opened = await openRepository(folder, await simpleGitClient());
  if (opened.state === 'refused') log.info(`git refuses ${folder}: ${opened.reason}`);
  const repository = opened.state === 'open' ? { ...opened.repository, integration } : undefined;
  return { git: opened.state, repository };
}

/** Returns the paths that git writes: commits, branch changes and fetches all write one of them. */
function watchedGitFiles(repository: Repository): readonly string[] {
  const { root, gitDir, commonDir } = repository;
  const ofClone = ['packed-refs', 'FETCH_HEAD', 'config', 'shallow'].map((name) => path.join(commonDir, name));
  // A rebase moves HEAD first and ends later; only then do the edits that were set aside come back.
  const ofWorkTree = ['HEAD', path.join('logs', 'HEAD'), ...UNDER_WAY].map((name) => path.join(gitDir, name));
  return [
    ...ofWorkTree,
    activeFile(repository),
    ...ofClone,
    path.join(root, '.mailmap'),
    path.join(root, '.gitignore'),
  ];
}

interface Person extends Pick<Remembered<unknown>, 'forget'> {
  readonly facts: Pick<GoalSpace, 'me' | 'people' | 'aliases' | 'hash'>;
}

function personOf(place: Place, log: Log): Person {
  const me = remember(() => orNothing(myAddress(place), undefined, log));
  const people = remember(() => orNothing(committers(place), new Map<string, string>(), log));
  const aliases = rememberFor((texts) => orNothing(aliasesOf(texts, place), NO_ALIASES, log));
  return {
    facts: {
      me: () => me.get(),
      people: () => people.get(),
      aliases: (sources) => aliases.get(textsOf(sources)),
      hash: systemHash,
    },
    forget: forgetting([me, people, aliases]),
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
  return { read: () => activeGoal({ repository }), write: (goal) => writeActiveGoal(repository, goal) };
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
