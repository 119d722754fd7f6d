import { amendmentKind } from '../model/amendment';
import { recordsAt } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Milliseconds by which the stamps of one save may differ. */
const ONE_SAVE = 1000;

/** Returns why a goal was dropped: its reason, else the change note that came with it when somebody declined it or ended a pact. */
export function droppedReason({ goal }: GoalNode, snapshot: Snapshot): string | undefined {
  if (goal.status !== 'dropped') return undefined;
  const since = (goal.statusChanged ?? 0) - ONE_SAVE;
  const note = recordsAt(goal.id, amendmentKind, snapshot).find(({ created = 0 }) => created >= since);
  return goal.more.reason ?? note?.values.note;
}
