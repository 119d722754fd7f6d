import path from 'node:path';

/** What git leaves in the directory of the work tree while a command of several steps is not over. */
export const UNDER_WAY: readonly string[] = [
  'MERGE_HEAD',
  'CHERRY_PICK_HEAD',
  'REVERT_HEAD',
  'BISECT_LOG',
  'rebase-merge',
  'rebase-apply',
  'sequencer',
];

/** Our folder in a git directory: of one worktree (`gitDir`) or of the whole clone (`commonDir`). */
export function microgoalsFolder(gitDirectory: string): string {
  return path.join(gitDirectory, 'microgoals');
}
