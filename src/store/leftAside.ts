import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { asideFolder, MARK, ourFolder } from './overlayFolders';
import type { OverlayGoalFile } from './overlayGoalFile';
import { readOwnText } from './readRegularFile';

/** Edits of the shared file that were set aside in a worktree that is gone. */
export interface LeftAside {
  /** Name of the worktree, as git called it. */
  readonly worktree: string;
  readonly overlay: OverlayGoalFile;
}

/** Finds what worktrees that are gone left set aside. @param open opens the overlay of a folder */
export async function findLeftAside(
  commonDir: string,
  open: (folder: string) => OverlayGoalFile,
): Promise<readonly LeftAside[]> {
  const found = await abandonedFolders(commonDir);
  return found
    .map(({ folder, worktree }) => ({ worktree, overlay: open(folder) }))
    .filter(({ overlay }) => existsSync(overlay.overlayPath));
}

interface AbandonedFolder {
  readonly folder: string;
  /** Name of the worktree, as git called it. */
  readonly worktree: string;
}

/** Returns the folders of worktrees that are gone: git knows none with their mark, or its files are not there and nobody locked it. */
async function abandonedFolders(commonDir: string): Promise<AbandonedFolder[]> {
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
