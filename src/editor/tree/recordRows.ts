import { threadOf } from '../../core/feedback/feedbackThreads';
import { byAge, isOf, recordsBelow } from '../../core/snapshot/recordNode';
import { feedbackKind } from '../../core/model/feedback';
import type { GoalNode, RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import type { TreeElement } from './element';
import type { TreeElements } from './treeElements';

/** Returns the rows of a goal besides its parts: first the question about a commit that is gone, then its records, then its commits. */
export function rowsAbout(
  { goal, commits }: GoalNode,
  above: string,
  snapshot: Snapshot,
  elements: TreeElements,
): { readonly gone: readonly TreeElement[]; readonly about: readonly TreeElement[] } {
  const { id } = goal;
  const gone: TreeElement[] = snapshot.gone.has(id) ? [{ type: 'gone', key: `${above}/gone`, goal: id }] : [];
  const about = [
    ...(snapshot.pacts.has(id) ? [{ type: 'terms', key: `${above}/terms`, goal: id } as const] : []),
    ...recordsBelow(id, 'tree', snapshot)
      .filter((node) => repliedTo(node, snapshot) === undefined)
      .map((node) => recordRow(node, above)),
    ...commits.map(({ commit }): TreeElement => ({ type: 'commit', key: `${above}/${commit}`, goal: id, commit })),
    ...(snapshot.shallow && commits.length > 0 ? [{ type: 'shallow', key: `${above}/shallow` } as const] : []),
  ];
  return { gone: gone.map((row) => elements.same(row)), about: about.map((row) => elements.same(row)) };
}

/** Returns the replies to a feedback entry. */
export function replies(id: string, snapshot: Snapshot): readonly RecordNode[] {
  const node = snapshot.records.get(id);
  const thread = isOf(node, feedbackKind) ? threadOf(node, snapshot) : undefined;
  return thread?.feedback.id === id ? thread.replies : [];
}

/** Returns the entry whose thread a record is in; undefined if the record begins a thread or is no feedback. */
function repliedTo(node: RecordNode, snapshot: Snapshot): RecordNode | undefined {
  if (!isOf(node, feedbackKind) || node.values.replyTo === undefined) return undefined;
  const { feedback = node } = threadOf(node, snapshot) ?? {};
  return feedback === node ? undefined : feedback;
}

/** Returns the records that belong to the team and to no goal, by the name of their kind. */
export function teamRecords(snapshot: Snapshot): ReadonlyMap<string, readonly RecordNode[]> {
  const free = [...snapshot.records.values()].filter(
    ({ kind, goal, scope }) => goal === undefined && scope === 'team' && kind.shows.includes('tree'),
  );
  const kinds = new Map<string, RecordNode[]>();
  for (const node of free.sort(byAge)) {
    const known = kinds.get(node.kind.name);
    if (known) known.push(node);
    else kinds.set(node.kind.name, [node]);
  }
  return kinds;
}

export function recordRow({ id }: RecordNode, above: string): TreeElement {
  return { type: 'record', key: `${above}/${id}`, id };
}
