import type { GoalNode } from '../snapshot/snapshot';

/** Tells whether a person advises on the goal; nobody is their own mentor. */
export function isMentoredBy({ goal }: Pick<GoalNode, 'goal'>, me: string | undefined): boolean {
  return me !== undefined && goal.owner !== me && goal.more.mentor?.toLowerCase() === me;
}
