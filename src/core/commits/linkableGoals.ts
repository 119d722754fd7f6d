import { isClosed } from '../snapshot/goalStanding';
import { isInFocus, isMine } from '../goals/focus';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/**
 * Returns the goals that a commit or a comment may name, likeliest first: the active one, the person's own in focus, their other
 * ones, those of others. Only open goals of the team: a personal goal leaves no trace in what others see.
 */
export function linkableGoals(snapshot: Snapshot): readonly GoalNode[] {
  const open = [...snapshot.goals.values()].filter((node) => node.scope === 'team' && !isClosed(node));
  return open.sort((a, b) => rank(a, snapshot) - rank(b, snapshot));
}

function rank(node: GoalNode, snapshot: Snapshot): number {
  if (node.goal.id === snapshot.active) return 0;
  if (!isMine(node, snapshot)) return 3;
  return isInFocus(node.goal, snapshot) ? 1 : 2;
}
