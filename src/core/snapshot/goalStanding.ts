import type { GoalStatus } from '../model/goal';
import type { Calendar } from './calendar';
import type { GoalNode } from './snapshot';

const CLOSED: readonly unknown[] = ['done', 'missed', 'dropped'] satisfies GoalStatus[];

/** True if nothing is left to do: reached, missed or given up. */
export function isClosed({ goal }: Pick<GoalNode, 'goal'>): boolean {
  return isClosedStatus(goal.status);
}

/** The same for a status as a record has it. */
export function isClosedStatus(status: unknown): boolean {
  return CLOSED.includes(status);
}

/** True if its day is past and somebody is still meant to reach it: not while it is paused or only proposed. */
export function isOverdue({ goal }: Pick<GoalNode, 'goal'>, { today }: Pick<Calendar, 'today'>): boolean {
  return goal.status === 'open' && goal.due !== undefined && goal.due < today;
}
