import { effectiveStamp } from '../../core/document/change';
import { isObject } from '../../core/document/json';
import { parseStamp } from '../../core/document/stamp';
import type { Tick } from '../../core/changes/kindRule';
import { documentAt } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import type { Repository } from '../run/repository';
import { stampAuthors } from './stampAuthors';

/**
 * Finds out who ticked a goal.
 * @param replica four characters that identify this clone.
 */
export async function tickFacts(
  repository: Repository,
  { goal, source }: GoalNode,
  snapshot: Snapshot,
  replica: string,
): Promise<Tick> {
  const record = documentAt(snapshot, source)?.records.get(goal.id);
  const stamp = isObject(record) ? effectiveStamp(record, 'status') : undefined;
  const authors = await stampAuthors(repository, [source], stamp === undefined ? [] : [stamp]).catch(() => undefined);
  return { isFromHere: parseStamp(stamp)?.replica === replica, author: authors?.get(stamp ?? '')?.email };
}
