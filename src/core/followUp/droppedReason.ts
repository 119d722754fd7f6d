import { amendmentKind } from '../model/amendment';
import type { Goal } from '../model/goalView';
import { recordsAt } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Milliseconds by which the stamps of one save may differ. */
const ONE_SAVE = 1000;

/** Returns why a goal was dropped: its reason, else the change note that came with it when somebody declined it or ended a pact. */
export function droppedReason({ goal }: GoalNode, snapshot: Snapshot): string | undefined {
  return goal.status === 'dropped' ? (goal.more.reason ?? wordWithStatus(goal, snapshot)) : undefined;
}

/** Returns why a pact counts as kept, where its parties said so; undefined for any other. */
export function keptReason({ goal }: GoalNode, snapshot: Snapshot): string | undefined {
  return goal.kind === 'pact' && goal.status === 'done' ? wordWithStatus(goal, snapshot) : undefined;
}

/** Returns the change note that came with the status of a goal. */
function wordWithStatus(goal: Goal, snapshot: Snapshot): string | undefined {
  return recordsAt(goal.id, amendmentKind, snapshot).find(({ created }) => isSaidWith(goal, created))?.values.note;
}

/** Tells whether something was written in the save that gave a goal its status, or later. @param created milliseconds since 1970 */
export function isSaidWith({ statusChanged = 0 }: Goal, created = 0): boolean {
  return created >= statusChanged - ONE_SAVE;
}
