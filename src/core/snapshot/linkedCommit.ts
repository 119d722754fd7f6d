/** The full name of an object of git, of either hash. */
export const OBJECT_NAME = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** A goal that a commit is linked to. */
export interface LinkedGoal {
  readonly id: string;
  readonly closes: boolean;
  /** The records that say so, where the message does not or does not say all of it. */
  readonly records?: readonly RecordPlace[];
}

/** A record and the file it stands in. */
export interface RecordPlace {
  readonly id: string;
  /** Absolute path of the file. */
  readonly source: string;
}

export interface CommitAuthor {
  readonly name: string;
  readonly email: string;
}

/** A commit that completed goals, was known here, and is reached by no branch any more. */
export type GoneCommit = Pick<LinkedCommit, 'commit' | 'author' | 'date' | 'subject' | 'goals'>;

/** A commit that names at least one goal in its message (see `text/trailers.ts`), or undoes one that does. */
export interface LinkedCommit {
  /** Full object name, 40 or 64 hex digits. */
  readonly commit: string;
  readonly parent: string | undefined;
  /** Names as `.mailmap` has them, e-mail lower-case. */
  readonly author: CommitAuthor;
  /** Whom the message names beside the author (Co-authored-by); absent for most. */
  readonly coAuthors?: readonly CommitAuthor[];
  /** min(author date, committer date), milliseconds since 1970. */
  readonly date: number;
  readonly subject: string;
  /** Empty where the commit is here only because it reverts one that names goals. */
  readonly goals: readonly LinkedGoal[];
  /** Full names of the commits that this one says it reverts ("This reverts commit …"). */
  readonly reverts: readonly string[];
  /** merged: reachable from an integration branch; here: from HEAD; branch: only from `ref`. */
  readonly state: 'here' | 'branch' | 'merged';
  /** Reachable from HEAD; a merged commit need not be. */
  readonly inHead: boolean;
  /** Short name of a branch that reaches it, e.g. `main`; null on a detached HEAD. */
  readonly ref: string | null;
}
