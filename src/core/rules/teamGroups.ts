import { isClosed } from './closedGoals';
import { LATELY } from './focus';
import type { GoalNode, Snapshot } from './snapshot';

/** Goals of the team that have no parent: those to look at, and those closed for a week, which fold away. */
export function groupTeam(snapshot: Snapshot): {
  readonly current: readonly GoalNode[];
  readonly closed: readonly GoalNode[];
} {
  const nodes = snapshot.teamRoots.map((id) => snapshot.goals.get(id)).filter((node) => node !== undefined);
  return {
    current: nodes.filter((node) => !isLongClosed(node, snapshot)),
    closed: nodes.filter((node) => isLongClosed(node, snapshot)),
  };
}

/** Closed for so long that it need not stay in sight. */
export function isLongClosed(node: GoalNode, { calendar }: Snapshot): boolean {
  return isClosed(node) && (node.goal.statusChanged ?? 0) < calendar.now - LATELY;
}
