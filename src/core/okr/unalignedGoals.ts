import { relationKind } from '../model/relation';
import { charterKind } from '../model/charter';
import { isClosed } from '../snapshot/goalStanding';
import { groupedBy } from '../snapshot/groupedBy';
import { isOf, ofKind, recordsAt } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import type { CharterNode } from './relations';
import { isStanding } from './relations';

/** Returns the ids of what a goal serves by a relation that holds. */
function servedBy(goal: string, snapshot: Pick<Snapshot, 'recordsByGoal'>): readonly string[] {
  const serving = recordsAt(goal, relationKind, snapshot).filter(
    (node) => node.values.type === 'serves' && isStanding(node),
  );
  return [...new Set(serving.flatMap(({ values }) => values.to ?? []))];
}

/** Returns the ids of the objectives that a goal serves, besides the goals above it, because their owners agreed. */
export function servedByAgreement(goal: string, snapshot: Snapshot): readonly string[] {
  return servedBy(goal, snapshot).filter((id) => snapshot.goals.has(id));
}

/** Returns the parts of the charter that a goal serves, by its own field first, each once. */
export function charterServed({ id, more }: GoalNode['goal'], snapshot: ServedSource): readonly CharterNode[] {
  const named = new Set([more.serves ?? '', ...servedBy(id, snapshot)]);
  return ofKind(
    [...named].flatMap((each) => snapshot.records.get(each) ?? []),
    charterKind,
  );
}

type ServedSource = Pick<Snapshot, 'records' | 'recordsByGoal'>;

/**
 * Returns the open team goals that serve nothing, only the topmost of each tree: neither they nor a goal above them serves the charter
 * or, by agreement, an objective of others. Without a charter, objectives, key results and pacts are what goals serve. A team that has set
 * none of these has no such goals, because there is nothing yet that a goal could serve.
 */
export function unalignedGoals(snapshot: Snapshot): readonly GoalNode[] {
  const [roots, hasCharter] = [openRoots(snapshot), isCharterSet(snapshot)];
  const isUsed = hasCharter || roots.some(({ goal }) => goal.kind !== 'micro');
  return isUsed ? roots.filter((node) => !servesSomething(node, hasCharter, snapshot)) : [];
}

/** Returns the unaligned goals that the tree sets apart: micro goals, if the team has a charter or objective that they could serve. */
export function looseGoals(snapshot: Snapshot): ReadonlySet<GoalNode> {
  const isUsed = isCharterSet(snapshot) || openRoots(snapshot).some(({ goal }) => goal.kind === 'objective');
  return new Set(isUsed ? unalignedGoals(snapshot).filter(({ goal }) => goal.kind === 'micro') : []);
}

function openRoots({ teamRoots, goals }: Snapshot): GoalNode[] {
  return teamRoots.flatMap((id) => goals.get(id) ?? []).filter((node) => !isClosed(node));
}

function isCharterSet({ records }: Snapshot): boolean {
  return [...records.values()].some((node) => isOf(node, charterKind) && node.scope === 'team');
}

function servesSomething({ goal }: GoalNode, hasCharter: boolean, snapshot: Snapshot): boolean {
  if (servedByAgreement(goal.id, snapshot).length > 0) return true;
  return hasCharter ? servesCharter(goal, snapshot) : goal.kind !== 'micro';
}

export function servesCharter(goal: GoalNode['goal'], snapshot: ServedSource): boolean {
  return charterServed(goal, snapshot).length > 0;
}

/** Returns the open goals of the team by the id of the part of the charter that they serve. */
export function goalsByCharter(snapshot: Snapshot): ReadonlyMap<string, readonly GoalNode[]> {
  const open = [...snapshot.goals.values()].filter((node) => node.scope === 'team' && !isClosed(node));
  const served = open.flatMap((node) => charterServed(node.goal, snapshot).map(({ id }) => ({ id, node })));
  const groups = groupedBy(served, ({ id }) => id);
  return new Map([...groups].map(([id, each]) => [id, each.map(({ node }) => node)]));
}
