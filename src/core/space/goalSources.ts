/** Where goals and the commits that name them come from: ports like those of `ports.ts`, in terms of documents. */
import type { Change } from '../document/change';
import type { GoalDocument } from '../document/goalDocument';
import type { FileReading } from '../document/fileReading';
import type { Disagreement } from '../document/merge';
import type { BranchFacts } from '../snapshot/branchFacts';
import type { GoneCommit, LinkedCommit } from '../snapshot/linkedCommit';
import type { RecordedLink } from '../commits/recordedLinks';

/** One goals file. Reading never throws for what a file may hold; it throws only a `GoalFileError` that says what is wrong. */
export interface GoalFile {
  /** Absolute path. */
  readonly path: string;
  read(): Promise<FileReading>;
  /** Durable when it resolves: lock, read, apply, write, rename. Rejects with a `GoalFileError`, the file as it was. */
  save(changes: readonly Change[]): Promise<GoalDocument>;
}

/** A commit that a record names. */
export type RecordedCommit = Pick<RecordedLink, 'commit' | 'patch' | 'since'>;

/** Commits of the repository that name goals, newest first. */
export interface CommitSource {
  linkedCommits(): Promise<readonly LinkedCommit[]>;
  /** Those of `linkedCommits` whose goals or name are among the words, and perhaps others; cheaper where history is long. */
  commitsNaming?(words: readonly string[]): Promise<readonly LinkedCommit[]>;
  /** Whether older commits are missing in this clone. */
  isShallow?(): boolean;
  /** Commits that completed goals, were known here, and are reached by no branch any more. */
  goneCommits?(): Promise<readonly GoneCommit[]>;
  /**
   * What became of commits that records name, by the name in the record, as far as HEAD or a branch reaches it: the commit itself,
   * else one that a rewrite made of it, which changes the same.
   */
  recorded?(wanted: readonly RecordedCommit[]): Promise<ReadonlyMap<string, LinkedCommit>>;
}

/** What the branches that HEAD does not have say of the shared file; undefined while it is not known yet. */
export interface BranchSource {
  read(): Promise<BranchFacts | undefined>;
}

/** What git knows of the shared file; asked only when something is set aside or brought back. Rejects with git's error. */
export interface TrackedFile {
  /** Names where HEAD stands: another text after every switch, commit and pull. undefined before the first commit. */
  head(): Promise<string | undefined>;
  /** The bytes of the last commit; undefined where it has no such file. */
  committed(): Promise<Uint8Array | undefined>;
  staged(): Promise<StagedFile>;
  /** Makes the index say what HEAD says. */
  unstage(): Promise<void>;
  /** Whether git is in the middle of a merge, rebase or the like. */
  isBusy(): boolean;
  /** Keeps what was decided against somebody's edit, for people to look at. */
  note(disagreements: readonly Disagreement[]): Promise<void>;
}

export type StagedFile =
  | { readonly state: 'as-head' | 'unmerged' }
  /** `bytes` is undefined where the removal of the file is staged. */
  | { readonly state: 'changed'; readonly bytes: Uint8Array | undefined };
