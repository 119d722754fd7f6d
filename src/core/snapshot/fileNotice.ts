/** Something about the files of the team that their contents do not show, and that a person has to settle. */
export interface FileNotice {
  readonly code: NoticeCode;
  /** Path of the file of the team, absolute. */
  readonly file: string;
  /** Absolute path of what it is about: the conflict copy, the file with the rule that ignores, what was set aside, else the file. */
  readonly path: string;
  /** Name as its origin spells it: the rule that ignores, or the worktree that is gone; else empty. */
  readonly name: string;
  /** Number of records that were set aside and would change something here. */
  readonly count: number;
  /** Words for a row, in the language of the face that wants one. */
  readonly words?: NoticeWords;
}

export interface NoticeWords {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
}

/**
 * `ignored-file`: git ignores it, so nobody else gets it; `conflict-copy`: a sync program made a copy of it; `left-aside`: a worktree
 * that is gone had set changes of it aside; `sparse-file`: git leaves it out of the work tree.
 */
export type NoticeCode = 'ignored-file' | 'conflict-copy' | 'left-aside' | 'sparse-file';

/** Notices that ask for an answer but are no defects. */
export const HARMLESS_NOTICES: ReadonlySet<NoticeCode> = new Set(['left-aside', 'sparse-file']);
