import { relationKind } from '../model/relation';
import { charterKind } from '../model/charter';
import { isClosed } from '../snapshot/goalStanding';
import { isOf, recordsAt } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Returns the ids of the objectives that a goal serves, besides the goals above it, because their owners agreed. */
export function servedByAgreement(goal: string, snapshot: Snapshot): readonly string[] {
  const accepted = recordsAt(goal, relationKind, snapshot).filter(({ values }) => values.state === 'accepted');
  return [...new Set(accepted.flatMap(({ values }) => values.to ?? []))].filter((id) => snapshot.goals.has(id));
}

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

export function servesCharter({ more }: GoalNode['goal'], { records }: Pick<Snapshot, 'records'>): boolean {
  return isOf(records.get(more.serves ?? ''), charterKind);
}
