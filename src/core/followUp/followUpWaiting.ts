import { blockedSince, openBlockers } from './blockers';
import { checkInsDue } from './checkInsDue';
import { startOfDay } from '../snapshot/calendar';
import { isClosed } from '../snapshot/goalStanding';
import { reviewsAhead } from './reviewsDue';
import type { Snapshot } from '../snapshot/snapshot';

/** Follow-up that waits for a person. check-in: one is due; blocker: somebody waits for them; review: its day has come. */
export interface FollowUpWaiting {
  readonly what: 'check-in' | 'blocker' | 'review';
  /** Empty for a review of the whole. */
  readonly goal: string;
  readonly record?: string;
  readonly since: number | undefined;
}

export function dueCheckIns(snapshot: Snapshot, me: string): readonly FollowUpWaiting[] {
  const { zone } = snapshot.calendar;
  return checkInsDue(snapshot, me).map(({ goal, due }) => ({
    what: 'check-in',
    goal: goal.goal.id,
    since: startOfDay(due, zone),
  }));
}

/** Returns the open blockers of goals that are not closed, where somebody waits for this person. */
export function blockersToClear(snapshot: Snapshot, me: string): readonly FollowUpWaiting[] {
  const blocked = [...snapshot.recordsByGoal.keys()].flatMap((id) => {
    const node = snapshot.goals.get(id);
    return node && !isClosed(node) ? openBlockers(id, snapshot).map((blocker) => ({ id, blocker })) : [];
  });
  return blocked.flatMap(({ id, blocker }): FollowUpWaiting[] => {
    const { zone } = snapshot.calendar;
    if (blocker.values.needs?.toLowerCase() !== me) return [];
    const since = blockedSince(blocker, snapshot.calendar);
    return [
      { what: 'blocker', goal: id, record: blocker.id, since: since === undefined ? since : startOfDay(since, zone) },
    ];
  });
}

export function dueReviews(snapshot: Snapshot, me: string): readonly FollowUpWaiting[] {
  const { today, zone } = snapshot.calendar;
  return reviewsAhead(snapshot).flatMap(({ goal = '', due, last }): FollowUpWaiting[] => {
    const isMine = last.values.by === me || snapshot.goals.get(goal)?.goal.owner === me;
    if (!isMine || due > today) return [];
    return [{ what: 'review', goal, record: last.id, since: startOfDay(due, zone) }];
  });
}
