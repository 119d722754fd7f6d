import { readBranchTips, tipNames } from '../branches/branchTips';
import type { CommitFact } from './commitFacts';
import { readNewest } from './commitFacts';
import type { Repository } from '../run/repository';

/** Returns the newest commits of HEAD and all branches, at most `count`. Rejects with a `GitError`. */
export async function recentCommits(repository: Repository, count: number): Promise<readonly CommitFact[]> {
  return readNewest(repository.root, tipNames(await readBranchTips(repository)), count);
}
