/** Pattern for the full name of a git object, for either hash. */
export const OBJECT_NAME = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** A goal that a commit is linked to. */
export interface LinkedGoal {
  readonly id: string;
  readonly closes: boolean;
  /** Records that make this link where the message says nothing, or only part, of it. */
  readonly records?: readonly RecordPlace[];
  /** Time at which a record said that the commit closes the goal, milliseconds since 1970; absent where the message alone does. */
  readonly closedAt?: number;
}

/** A record and the file that holds it. */
export interface RecordPlace {
  readonly id: string;
  /** Absolute path of the file. */
  readonly source: string;
}

export interface CommitAuthor {
  readonly name: string;
  readonly email: string;
}

/** A commit that completed goals and was known here, but that no branch reaches any more. */
export type GoneCommit = Pick<LinkedCommit, 'commit' | 'author' | 'date' | 'subject' | 'goals'>;

/** A commit that names at least one goal in its message (see `text/trailers.ts`), or that reverts such a commit. */
export interface LinkedCommit {
  /** Full object name, 40 or 64 hex digits. */
  readonly commit: string;
  readonly parent: string | undefined;
  /** Names as `.mailmap` has them, e-mail lower-case. */
  readonly author: CommitAuthor;
  /** People that the message names besides the author (Co-authored-by); absent for most commits. */
  readonly coAuthors?: readonly CommitAuthor[];
  /** min(author date, committer date), milliseconds since 1970. */
  readonly date: number;
  readonly subject: string;
  /** Empty if the commit is included only because it reverts one that names goals. */
  readonly goals: readonly LinkedGoal[];
  /** Full names of the commits that its message says it reverts ("This reverts commit …"). */
  readonly reverts: readonly string[];
  /** `merged`: reachable from an integration branch; `here`: from HEAD; `branch`: only from `ref`. */
  readonly state: 'here' | 'branch' | 'merged';
  /** True if HEAD reaches the commit; HEAD need not reach a merged commit. */
  readonly inHead: boolean;
  /** Short name of a branch that reaches the commit, e.g. `main`; null on a detached HEAD. */
  readonly ref: string | null;
}
