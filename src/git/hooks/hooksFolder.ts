import path from 'node:path';
import { isWithin, realLocation } from '../../store/realLocation';
import type { FileChange } from './hookPlan';
import { FolderRefusedError } from './hookPlan';
import { readHook } from './readHook';
import type { Repository } from '../run/repository';

/** Folder that git runs hooks from, judged by its real place. */
export interface HooksFolder {
  /** Path of the folder as git names it, absolute. */
  readonly folder: string;
  /** Path with all links resolved, whether or not it exists; undefined if links lead nowhere. */
  readonly real: string | undefined;
  /** Kind of place. Only hooks in the git directory are this clone's alone; those of the work tree are committed and everybody's. */
  readonly where: 'git directory' | 'work tree' | 'elsewhere';
}

export async function judgeHooksFolder({ root, commonDir }: Repository, folder: string): Promise<HooksFolder> {
  const [real, top, common] = await Promise.all([folder, root, commonDir].map(resolved));
  if (real === undefined || top === undefined || common === undefined) return { folder, real, where: 'elsewhere' };
  const isInTree = isWithin(real, top);
  // A work tree may lie in a git directory, too.
  const isInGit = isWithin(real, common) && !(isInTree && isWithin(top, common));
  return { folder, real, where: isInGit ? 'git directory' : isInTree ? 'work tree' : 'elsewhere' };
}

/** Returns the changes. @throws FolderRefusedError if one would replace a link, or go through one out of the git directory */
export async function insideGitDirectory(
  { commonDir }: Repository,
  changes: readonly FileChange[],
): Promise<readonly FileChange[]> {
  const common = await resolved(commonDir);
  for (const { path: file } of changes) {
    const folder = await resolved(path.dirname(file));
    const isInside = folder !== undefined && common !== undefined && isWithin(folder, common);
    const { kind } = (await readHook(file)) ?? { kind: 'file' };
    if (!isInside || kind !== 'file') throw new FolderRefusedError(file);
  }
  return changes;
}

async function resolved(file: string): Promise<string | undefined> {
  return realLocation(file).catch(() => undefined);
}
