import type { GoalStatus } from '../model/goal';
import type { Calendar } from './calendar';
import type { GoalNode } from './snapshot';

const CLOSED: readonly unknown[] = ['done', 'missed', 'dropped'] satisfies GoalStatus[];

/** Tells whether nothing is left to do because the goal is reached, missed or given up. */
export function isClosed({ goal }: Pick<GoalNode, 'goal'>): boolean {
  return isClosedStatus(goal.status);
}

/** Tells the same for a status as a record has it. */
export function isClosedStatus(status: unknown): boolean {
  return CLOSED.includes(status);
}

/** Tells whether the goal is open and past its due day; a goal that is paused or only proposed is never overdue. */
export function isOverdue({ goal }: Pick<GoalNode, 'goal'>, { today }: Pick<Calendar, 'today'>): boolean {
  return goal.status === 'open' && goal.due !== undefined && goal.due < today;
}
