import type { FileReading } from '../core/document/fileReading';
import { parseGoalFile } from '../core/document/parseGoalFile';
import { GitError } from './gitError';
import { nameInTree } from './healing';
import { readBlob } from './indexStages';
import type { Repository } from './repository';
import { committedBlob } from './trackedFile';

export type ComparedRevision =
  | {
      readonly state: 'known';
      readonly commit: string;
      /** What HEAD and the revision both grew from: the revision itself where HEAD has it; several after crossed merges. */
      readonly bases: readonly string[];
    }
  /** No such commit here, or one that has nothing in common with HEAD as far as history is known. */
  | { readonly state: 'unknown' | 'unrelated' };

/** Where a revision, in any of git's spellings, stands to HEAD. */
export async function compareRevision(repository: Repository, revision: string): Promise<ComparedRevision> {
  const name = ['--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const commit = await outputOrNothing(repository.git('rev-parse', ...name));
  if (commit === undefined) return { state: 'unknown' };
  const bases = await outputOrNothing(repository.git('merge-base', '--all', commit, 'HEAD'));
  return bases === undefined ? { state: 'unrelated' } : { state: 'known', commit, bases: bases.split('\n') };
}

/** @param file absolute path in the work tree. */
export async function fileAtRevision(repository: Repository, commit: string, file: string): Promise<FileReading> {
  const blob = await committedBlob(repository, commit, nameInTree(repository, file));
  return blob === undefined ? { state: 'absent' } : parseGoalFile(await readBlob(repository, blob));
}

async function outputOrNothing(output: Promise<string>): Promise<string | undefined> {
  try {
    return (await output) || undefined;
  } catch (error) {
    if (error instanceof GitError && error.code === 'failed') return undefined;
    throw error;
  }
}
