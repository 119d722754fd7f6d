import type { GoalNode, Snapshot } from './snapshot';

const CLOSED_AFTER = 7 * 24 * 60 * 60 * 1000;

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

function isLongClosed({ goal }: GoalNode, { calendar }: Snapshot): boolean {
  const isClosed = goal.status === 'done' || goal.status === 'missed' || goal.status === 'dropped';
  return isClosed && (goal.statusChanged ?? 0) < calendar.now - CLOSED_AFTER;
}
