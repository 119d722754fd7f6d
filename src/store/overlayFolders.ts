import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Random } from '../core/ports/ports';
import { readOrCreateMark } from './replica';
import { readOwnText } from './readRegularFile';

/** Git directories of one work tree. */
interface WorkTree {
  readonly gitDir: string;
  readonly commonDir: string;
}

/** File in the git directory of a linked worktree that says which folder is its own; a later worktree of that name has another. */
const MARK = 'aside';

/**
 * Returns the folder for what a work tree sets aside. It lies in the common directory, because git removes that of a linked worktree
 * with all that is in it.
 */
export async function overlayFolder({ gitDir, commonDir }: WorkTree, random: Random): Promise<string> {
  if (gitDir === commonDir) return ourFolder(commonDir);
  const mark = await readOrCreateMark(ourFolder(gitDir), MARK, random);
  return path.join(asideFolder(commonDir), `${path.basename(gitDir)}-${mark}`);
}

export interface AbandonedFolder {
  readonly folder: string;
  /** Name of the worktree, as git called it. */
  readonly worktree: string;
}

/** Returns the folders of worktrees that are gone: git knows none with their mark, or its files are not there and nobody locked it. */
export async function abandonedFolders(commonDir: string): Promise<AbandonedFolder[]> {
  const top = asideFolder(commonDir);
  const names = await readdir(top).catch(() => []);
  if (names.length === 0) return [];
  const known = new Set(await presentWorktrees(path.join(commonDir, 'worktrees')));
  return names
    .filter((name) => !known.has(name))
    .sort()
    .map((name) => ({ folder: path.join(top, name), worktree: name.replace(/-[0-9a-z]+$/, '') }));
}

/** Returns the names of the folders of worktrees that are there. */
async function presentWorktrees(worktrees: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(worktrees).catch(() => [])) {
    const gitDir = path.join(worktrees, name);
    const [mark, link] = await Promise.all([
      textOf(path.join(ourFolder(gitDir), MARK)),
      textOf(path.join(gitDir, 'gitdir')),
    ]);
    // Since git 2.48 the way to the worktree may be relative.
    const isThere = existsSync(path.resolve(gitDir, link)) || existsSync(path.join(gitDir, 'locked'));
    if (isThere) found.push(`${name}-${mark}`);
  }
  return found;
}

async function textOf(file: string): Promise<string> {
  return ((await readOwnText(file).catch(() => undefined)) ?? '').trim();
}

function ourFolder(gitDirectory: string): string {
  return path.join(gitDirectory, 'microgoals');
}

function asideFolder(commonDir: string): string {
  return path.join(ourFolder(commonDir), 'aside');
}
