import { isClosed } from '../snapshot/goalStanding';
import { LATELY } from '../goals/focus';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { looseGoals } from '../okr/unalignedGoals';

/** Groups the team's goals without a parent: current ones, those that serve nothing, and those closed for a week, which fold away. */
export function groupTeam(snapshot: Snapshot): {
  readonly current: readonly GoalNode[];
  readonly unaligned: readonly GoalNode[];
  readonly closed: readonly GoalNode[];
} {
  const nodes = snapshot.teamRoots.map((id) => snapshot.goals.get(id)).filter((node) => node !== undefined);
  const loose = looseGoals(snapshot);
  return {
    current: nodes.filter((node) => !loose.has(node) && !isLongClosed(node, snapshot)),
    unaligned: nodes.filter((node) => loose.has(node)),
    closed: nodes.filter((node) => isLongClosed(node, snapshot)),
  };
}

/** Tells whether a goal has been closed for so long that it need not stay in sight. */
export function isLongClosed(node: GoalNode, { calendar }: Snapshot): boolean {
  return isClosed(node) && (node.goal.statusChanged ?? 0) < calendar.now - LATELY;
}
