import type { FileReading } from '../core/document/fileReading';
import { parseGoalFile } from '../core/document/parseGoalFile';
import { readBlob } from './indexStages';
import { outputOrNothing } from './outputOrNothing';
import { nameInTree } from './pathInTree';
import type { Repository } from './repository';
import { findCommit } from './repositoryFacts';
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
  const commit = await findCommit(repository, revision);
  if (commit === undefined) return { state: 'unknown' };
  const bases = await outputOrNothing(repository.git('merge-base', '--all', commit, 'HEAD'));
  return bases === undefined ? { state: 'unrelated' } : { state: 'known', commit, bases: bases.split('\n') };
}

/** @param file absolute path in the work tree. */
export async function fileAtRevision(repository: Repository, commit: string, file: string): Promise<FileReading> {
  const blob = await committedBlob(repository, commit, nameInTree(repository, file));
  return blob === undefined ? { state: 'absent' } : parseGoalFile(await readBlob(repository, blob));
}
