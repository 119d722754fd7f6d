import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FileReading } from '../../core/document/fileReading';
import type { MergeStages } from '../../core/document/healing';
import { fileAtRevision } from '../files/fileAtRevision';
import { literally, nameInTree } from '../files/pathInTree';
import { outputOrNothing } from '../run/gitError';
import type { Repository } from '../run/repository';
import { findCommit } from '../run/repositoryFacts';

/** Most commits of the file that are looked at. */
const MOST = 100;

/**
 * Returns the versions behind a file that git joined line by line, as `merge=union` does, to something that is no goals file. git took
 * that for a merge without conflicts, so that only the commits tell. @param file absolute path
 */
export async function readJoinedByLines(repository: Repository, file: string): Promise<MergeStages | undefined> {
  const isUnderWay = existsSync(path.join(repository.gitDir, 'MERGE_HEAD'));
  const underWay = isUnderWay ? await versionsOf(repository, file, 'HEAD', 'MERGE_HEAD') : undefined;
  return underWay ?? committedJoin(repository, file);
}

/** Finds the newest commit that made the file unreadable, and the versions that it joined. */
async function committedJoin(repository: Repository, file: string): Promise<MergeStages | undefined> {
  const name = literally(nameInTree(repository, file));
  const list = ['log', '--full-history', '--format=%H %P', '-n', String(MOST), '--', name];
  const output = await outputOrNothing(repository.git(...list));
  for (const line of (output ?? '').split('\n').filter((each) => each !== '')) {
    const [commit = '', ours, theirs, more] = line.split(' ');
    if (isSound(await fileAtRevision(repository, commit, file))) return undefined;
    if (ours === undefined || more !== undefined) continue;
    // A rebase or a cherry-pick leaves a single parent; before a rebase the other side was HEAD.
    const found = await versionsOf(repository, file, ours, theirs ?? 'ORIG_HEAD');
    if (found) return found;
  }
  return undefined;
}

/** Returns both sides and their base if both can be read. */
async function versionsOf(
  repository: Repository,
  file: string,
  first: string,
  second: string,
): Promise<MergeStages | undefined> {
  const commits = await Promise.all([first, second].map((name) => findCommit(repository, name)));
  const [one, other] = commits;
  if (one === undefined || other === undefined) return undefined;
  const [ours, theirs] = [await fileAtRevision(repository, one, file), await fileAtRevision(repository, other, file)];
  if (!isSound(ours) || !isSound(theirs)) return undefined;
  const fork = await outputOrNothing(repository.git('merge-base', one, other));
  return { base: fork === undefined ? undefined : await fileAtRevision(repository, fork, file), ours, theirs };
}

function isSound({ state }: FileReading): boolean {
  return state === 'ok';
}
