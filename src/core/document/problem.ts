/** One defect found in a file, with its place; shown in the Problems view, by `microgoals check`, and in the tree. */
export interface Problem {
  readonly code: ProblemCode;
  /** One plain sentence, no trailing newline. */
  readonly message: string;
  /** Line, from 1; undefined if the problem concerns the whole file. */
  readonly line?: number;
  readonly column?: number;
  /** Record and register (JSON Pointer without the first slash) the problem is about, if any. */
  readonly record?: string;
  readonly path?: string;
}

export type ProblemCode =
  | 'syntax'
  | 'merge-markers'
  | 'lfs-pointer'
  | 'encoding'
  | 'structure'
  | 'too-large'
  | 'too-deep'
  | 'not-a-file'
  | 'outside'
  | 'denied'
  | 'io'
  | 'newer-version'
  | 'lossy-number'
  | 'duplicate-key'
  | 'unknown-kind'
  | 'invalid-field'
  | 'missing-field'
  | 'lost-parent'
  | 'parent-cycle'
  | 'future-stamp'
  | 'lost-record'
  | 'older-value'
  | 'lost-value'
  | 'unreadable-revision'
  | 'unmerged-record'
  | 'unconfirmed-signature'
  | 'contradicted-signature'
  | 'answered-signature'
  | 'unconfirmed-confirmation'
  | 'contradicted-confirmation'
  | 'answered-confirmation'
  | 'transformed-file'
  | 'ignored-file'
  | 'conflict-copy'
  | 'left-aside'
  | 'sparse-file'
  | 'foreign-layout';
