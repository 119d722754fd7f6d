import { existsSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { FileNotice } from '../core/snapshot/fileNotice';
import { ignoringRule } from '../git/files/ignoringRule';
import { trackedFile } from '../git/merge/trackedFile';
import type { Repository } from '../git/run/repository';
import { findConflictCopies } from '../store/conflictCopies';
import type { MergedFile } from './mergedFiles';
import { mergedFiles } from './mergedFiles';
import type { Place } from './openPlace';

export type NoticedPlace = Pick<Place, 'repository' | 'team' | 'files' | 'aside' | 'archive' | 'leftAside'>;

/** Returns what a person should know of the files of the team besides their contents. */
export async function fileNotices(place: NoticedPlace): Promise<FileNotice[]> {
  return [...(await gitNotices(place)), ...(await folderNotices(place))];
}

/** Returns those that git has to be asked for. Rejects with a `GitError`. */
export async function gitNotices(place: NoticedPlace): Promise<FileNotice[]> {
  const { repository } = place;
  if (!repository) return [];
  const found = await Promise.all(mergedFiles(place).map((file) => gitNotice(file, repository)));
  return found.flatMap((notice) => notice ?? []);
}

/** Returns those that a look into folders tells. */
export async function folderNotices(place: NoticedPlace): Promise<FileNotice[]> {
  const copies = await Promise.all(mergedFiles(place).map(copyNotices));
  return [...copies.flat(), ...(await leftNotices(place))];
}

async function gitNotice({ path: file }: MergedFile, repository: Repository): Promise<FileNotice | undefined> {
  const notice = { file, path: file, name: '', count: 0 };
  if (!existsSync(file)) {
    const isLeftOut = (await trackedFile(repository, file).leftOut()) !== undefined;
    return isLeftOut ? { ...notice, code: 'sparse-file' } : undefined;
  }
  const rule = await ignoringRule(repository, file);
  return rule && { ...notice, code: 'ignored-file', path: rule.file, name: rule.text };
}

async function copyNotices({ path: file, others }: MergedFile): Promise<FileNotice[]> {
  const copies = await findConflictCopies(file, others);
  return copies.map((copy) => ({ code: 'conflict-copy', file, path: copy, name: path.basename(copy), count: 0 }));
}

async function leftNotices({ leftAside, team }: NoticedPlace): Promise<FileNotice[]> {
  const found = await leftAside();
  return Promise.all(
    found.map(async ({ worktree, overlay }) => {
      // What cannot be read stays where it is, and the path is named.
      const unshared = await overlay.unshared().catch(() => undefined);
      const count = unshared?.count ?? 0;
      return { code: 'left-aside', file: team?.path ?? '', path: overlay.overlayPath, name: worktree, count };
    }),
  );
}

/** Writes what worktrees that are gone set aside into the shared file here. @returns the number of records @throws GoalFileError */
export async function takeLeftAside({ leftAside }: Pick<Place, 'leftAside'>): Promise<number> {
  let count = 0;
  for (const { overlay } of await leftAside()) {
    count += await overlay.share();
    // The folder has nothing else in it, unless edits of goals that this branch lacks wait there.
    await rmdir(path.dirname(overlay.overlayPath)).catch(() => undefined);
  }
  return count;
}
