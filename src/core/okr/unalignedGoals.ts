import { alignmentKind } from '../model/alignment';
import { charterKind } from '../model/charter';
import { isClosed } from '../snapshot/goalStanding';
import { isOf, recordsAt } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** The objectives that a goal serves besides the goals above it: their owners agreed. */
export function acceptedAlignments(goal: string, snapshot: Snapshot): readonly string[] {
  const accepted = recordsAt(goal, alignmentKind, snapshot).filter(({ values }) => values.state === 'accepted');
  return [...new Set(accepted.flatMap(({ values }) => values.to ?? []))].filter((id) => snapshot.goals.has(id));
}

/**
 * Goals of the team that serve nothing: neither they nor a goal above them serves the charter or, by agreement, an objective of
 * others. Where there is no charter, objectives, key results and pacts are what is served. Only the topmost of each tree, and what
 * is open; nothing for a team that has set none of these: there is nothing yet that a goal could serve.
 */
export function unalignedGoals(snapshot: Snapshot): readonly GoalNode[] {
  const [roots, hasCharter] = [openRoots(snapshot), isCharterSet(snapshot)];
  const isUsed = hasCharter || roots.some(({ goal }) => goal.kind !== 'micro');
  return isUsed ? roots.filter((node) => !servesSomething(node, hasCharter, snapshot)) : [];
}

/** Those of them that the tree sets apart: small ones, where the team has a charter or an objective that they could serve. */
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
  if (acceptedAlignments(goal.id, snapshot).length > 0) return true;
  return hasCharter ? servesCharter(goal, snapshot) : goal.kind !== 'micro';
}

export function servesCharter({ more }: GoalNode['goal'], { records }: Pick<Snapshot, 'records'>): boolean {
  return isOf(records.get(more.serves ?? ''), charterKind);
}
