import type { CommitName } from '../../core/commits/linkActions';
import { patchIds } from './patchIds';
import type { Repository } from '../run/repository';
import { findCommit } from '../run/repositoryFacts';

/** Returns the name that a record uses for a commit, given in any of git's spellings; undefined if there is no such commit. */
export async function commitName(repository: Repository, revision: string): Promise<CommitName | undefined> {
  const commit = await findCommit(repository, revision);
  if (commit === undefined) return undefined;
  return { commit, patch: (await patchIds(repository, [commit])).get(commit) };
}
