import path from 'node:path';

/** Files that git keeps in the work tree's git directory until a command of several steps is over. */
export const UNDER_WAY: readonly string[] = [
  'MERGE_HEAD',
  'CHERRY_PICK_HEAD',
  'REVERT_HEAD',
  'BISECT_LOG',
  'rebase-merge',
  'rebase-apply',
  'sequencer',
];

/** Returns our folder in a git directory: that of one worktree (`gitDir`) or of the whole clone (`commonDir`). */
export function microgoalsFolder(gitDirectory: string): string {
  return path.join(gitDirectory, 'microgoals');
}

/** Returns the file that names the active goal of a work tree; it changes with the choice. */
export function activeFile({ gitDir }: { readonly gitDir: string }): string {
  return path.join(microgoalsFolder(gitDir), 'active');
}
