import { byCodeUnit } from '../document/json';
import { cadenceOf, nextDay } from './checkInsDue';
import { reviewKind } from '../model/review';
import { addDays, daysBetween } from '../text/isoDate';
import { dayOf } from '../snapshot/calendar';
import { groupedBy } from '../snapshot/groupedBy';
import { isClosed } from '../snapshot/goalStanding';
import { recordsOfKind } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

type ReviewNode = RecordNode<typeof reviewKind.fields>;

/** Next review of a goal, or of the whole if there is no goal. */
export interface ReviewDue {
  readonly goal: string | undefined;
  /** ISO day. */
  readonly due: string;
  /** The latest review: it named the day, or the day follows from it. */
  readonly last: ReviewNode;
}

/** Returns the next review of everything that was reviewed, earliest first; closed goals are reviewed no more. */
export function reviewsAhead(snapshot: Snapshot): readonly ReviewDue[] {
  // The reviews of the whole stand under the empty name.
  const held = groupedBy(recordsOfKind(reviewKind, snapshot), ({ goal = '' }) => goal);
  const ahead = [...held.values()].flatMap((reviews): ReviewDue[] => {
    const last = reviews.at(-1);
    const goal = last?.goal;
    const node = goal === undefined ? undefined : snapshot.goals.get(goal);
    if (!last || (goal !== undefined && (!node || isClosed(node)))) return [];
    const due = last.values.next ?? byCadence(node, last, snapshot) ?? byRhythm(reviews, last, snapshot);
    return due === undefined ? [] : [{ goal, due, last }];
  });
  return ahead.sort((a, b) => byCodeUnit(a.due, b.due) || byCodeUnit(a.goal ?? '', b.goal ?? ''));
}

/** Returns the day on which the cadence of a goal asks for the next review. */
function byCadence(node: GoalNode | undefined, last: ReviewNode, snapshot: Snapshot): string | undefined {
  const cadence = node && cadenceOf(node, snapshot);
  const day = dayOfReview(last, snapshot);
  return cadence === undefined || day === undefined ? undefined : nextDay(day, cadence);
}

/** Returns the day of the next review after as long as it was the last time that somebody named a day. */
function byRhythm(reviews: readonly ReviewNode[], last: ReviewNode, snapshot: Snapshot): string | undefined {
  const named = reviews.findLast(({ values: { next } }) => next !== undefined);
  const [from, day] = [named && dayOfReview(named, snapshot), dayOfReview(last, snapshot)];
  if (named?.values.next === undefined || from === undefined || day === undefined) return undefined;
  const days = daysBetween(from, named.values.next);
  return days > 0 ? addDays(day, days) : undefined;
}

function dayOfReview({ values: { to }, created }: ReviewNode, { calendar }: Snapshot): string | undefined {
  return to ?? (created === undefined ? undefined : dayOf(created, calendar.zone));
}

/** Returns the day a new review looks back to: the day after the last review ended, otherwise the day the goal was made. */
export function reviewBeginning(goal: string | undefined, snapshot: Snapshot): { readonly from: string | undefined } {
  const last = recordsOfKind(reviewKind, snapshot).findLast((node) => node.goal === goal);
  const { today, zone } = snapshot.calendar;
  const until = last && dayOfReview(last, snapshot);
  const begun = goal === undefined ? undefined : snapshot.goals.get(goal)?.goal.created;
  if (until !== undefined) return { from: earlier(addDays(until, 1), today) };
  return { from: begun === undefined ? undefined : dayOf(begun, zone) };
}

/** Returns the day unless it is in the future: a second review on one day looks back to that day. */
function earlier(day: string | undefined, today: string): string {
  return day === undefined || day > today ? today : day;
}
