import type { Tick } from '../core/rules/verification';
import { replicaOf } from '../core/rules/verification';
import { authorOfClaim } from './claimAuthors';
import { nameInTree } from './healing';
import type { Repository } from './repository';

/**
 * Who ticked a goal.
 * @param file absolute path of the goals file; @param replica the four characters of this clone.
 */
export async function tickFacts(
  repository: Repository,
  file: string,
  stamp: string | undefined,
  replica: string,
): Promise<Tick> {
  const author = await authorOfClaim(repository, nameInTree(repository, file), { value: 'done', stamp }, undefined);
  return { isFromHere: replicaOf(stamp) === replica, author: author?.email };
}
