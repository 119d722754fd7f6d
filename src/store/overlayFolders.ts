import path from 'node:path';
import type { Random } from '../core/ports/ports';
import { readOrCreateMark } from './replica';

/** Git directories of a linked worktree. */
interface WorkTree {
  readonly gitDir: string;
  readonly commonDir: string;
}

/** File in the git directory of a linked worktree that says which folder is its own; a later worktree of that name has another. */
export const MARK = 'aside';

/**
 * Returns the folder for what a linked worktree sets aside. It lies in the common directory, because git removes the worktree's
 * own directory with all that is in it.
 */
export async function worktreeFolder({ gitDir, commonDir }: WorkTree, random: Random): Promise<string> {
  const mark = await readOrCreateMark(ourFolder(gitDir), MARK, random);
  return path.join(asideFolder(commonDir), `${path.basename(gitDir)}-${mark}`);
}

export function ourFolder(gitDirectory: string): string {
  return path.join(gitDirectory, 'microgoals');
}

export function asideFolder(commonDir: string): string {
  return path.join(ourFolder(commonDir), 'aside');
}
