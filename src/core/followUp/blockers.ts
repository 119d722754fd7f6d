import { blockerKind } from '../model/blocker';
import { isClosed } from '../snapshot/goalStanding';
import type { Calendar } from '../snapshot/calendar';
import { dayOf } from '../snapshot/calendar';
import { recordsAt } from '../snapshot/recordNode';
import { daysBetween } from '../text/isoDate';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

export type BlockerNode = RecordNode<typeof blockerKind.fields>;

/** Returns the open blockers of a goal, oldest first. */
export function openBlockers(goal: string, snapshot: Snapshot): readonly BlockerNode[] {
  return recordsAt(goal, blockerKind, snapshot).filter((node) => isOpenBlocker(node, snapshot));
}

/** Tells whether a blocker is open. It stays so until somebody says how it was cleared, or every goal that was to remove it is closed. */
export function isOpenBlocker({ values }: BlockerNode, { goals }: Snapshot): boolean {
  const { resolution, actions = {} } = values;
  if (resolution !== undefined) return false;
  const known = Object.keys(actions).flatMap((id) => goals.get(id) ?? []);
  // Actions that were given up removed nothing: at least one must be done.
  const isSolved = known.every(isClosed) && known.some(({ goal }) => goal.status === 'done');
  return !isSolved;
}

/** Returns the ISO day since which a blocker stands in the way; undefined if nobody knows. */
export function blockedSince({ values, created }: BlockerNode, { zone }: Calendar): string | undefined {
  return values.since ?? (created === undefined ? undefined : dayOf(created, zone));
}

/** Returns for how many whole days a goal is blocked, by its oldest open blocker; undefined if it is not blocked or is closed. */
export function daysBlocked(node: GoalNode, snapshot: Snapshot): number | undefined {
  if (isClosed(node)) return undefined;
  const { calendar } = snapshot;
  const { today } = calendar;
  const days = openBlockers(node.goal.id, snapshot).map((each) =>
    daysBetween(blockedSince(each, calendar) ?? today, today),
  );
  return days.length === 0 ? undefined : days.reduce((most, each) => Math.max(most, each), 0);
}
