import type { GoalNode } from './snapshot';

/** Whether nothing is left to do: reached, missed or given up. */
export function isClosed({ goal }: Pick<GoalNode, 'goal'>): boolean {
  return goal.status === 'done' || goal.status === 'missed' || goal.status === 'dropped';
}
