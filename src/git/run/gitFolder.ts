import path from 'node:path';

/** Our folder in a git directory: of one worktree (`gitDir`) or of the whole clone (`commonDir`). */
export function microgoalsFolder(gitDirectory: string): string {
  return path.join(gitDirectory, 'microgoals');
}
