/** Sources of goals and of the commits that name them: ports like those of `ports.ts`, in terms of documents. */
import type { Change } from '../document/change';
import type { GoalDocument } from '../document/goalDocument';
import type { FileReading } from '../document/fileReading';
import type { Disagreement } from '../document/merge';
import type { BranchFacts } from '../snapshot/branchFacts';
import type { GoneCommit, LinkedCommit } from '../snapshot/linkedCommit';
import type { RecordedLink } from '../commits/recordedLinks';

/** One goals file. `read` throws only a `GoalFileError` that says what is wrong, and never because of the file's contents. */
export interface GoalFile {
  /** Absolute path. */
  readonly path: string;
  read(): Promise<FileReading>;
  /** Saves durably before it resolves: lock, read, apply, write, rename. Rejects with a `GoalFileError` and leaves the file unchanged. */
  save(changes: readonly Change[]): Promise<GoalDocument>;
}

/** A commit that a record names. */
export type RecordedCommit = Pick<RecordedLink, 'commit' | 'patch' | 'since'>;

/** Source of the repository's commits that name goals, newest first. */
export interface CommitSource {
  linkedCommits(): Promise<readonly LinkedCommit[]>;
  /** Returns those of `linkedCommits` whose goals or name are among the words, perhaps with others; cheaper if history is long. */
  commitsNaming?(words: readonly string[]): Promise<readonly LinkedCommit[]>;
  /** Tells whether older commits are missing in this clone. */
  isShallow?(): boolean;
  /** Returns commits that completed goals and were known here, but that no branch reaches any more. */
  goneCommits?(): Promise<readonly GoneCommit[]>;
  /**
   * Finds the present form of commits that records name, by the name in the record, as far as HEAD or a branch reaches it: the
   * commit itself, or else one that a rewrite made of it, with the same changes.
   */
  recorded?(wanted: readonly RecordedCommit[]): Promise<ReadonlyMap<string, LinkedCommit>>;
}

/** Source of facts about the shared file on branches that HEAD does not contain; undefined until they are known. */
export interface BranchSource {
  read(): Promise<BranchFacts | undefined>;
}

/** Git's view of the shared file, used only to set something aside or bring it back. Methods reject with git's error. */
export interface TrackedFile {
  /** Returns a text that identifies HEAD and changes with every switch, commit and pull; undefined before the first commit. */
  head(): Promise<string | undefined>;
  /** Returns the bytes of the last commit; undefined if it has no such file. */
  committed(): Promise<Uint8Array | undefined>;
  staged(): Promise<StagedFile>;
  /** Returns the bytes of a file that git keeps but leaves out of the work tree, as in a sparse checkout; undefined for any other file. */
  leftOut(): Promise<Uint8Array | undefined>;
  /** Resets the file in the index to its state in HEAD. */
  unstage(): Promise<void>;
  /** Tells whether git is in the middle of a merge, rebase or similar operation. */
  isBusy(): boolean;
  /** Records decisions against somebody's edit, for people to look at. */
  note(disagreements: readonly Disagreement[]): Promise<void>;
}

export type StagedFile =
  | { readonly state: 'as-head' | 'unmerged' }
  /** `bytes` is undefined if the removal of the file is staged. */
  | { readonly state: 'changed'; readonly bytes: Uint8Array | undefined };
