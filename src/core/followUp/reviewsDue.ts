import { byCodeUnit } from '../document/json';
import { reviewKind } from '../model/review';
import { addDays } from '../text/isoDate';
import { dayOf } from '../snapshot/calendar';
import { isClosed } from '../snapshot/goalStanding';
import { recordsOfKind } from '../snapshot/recordNode';
import type { RecordNode, Snapshot } from '../snapshot/snapshot';

type ReviewNode = RecordNode<typeof reviewKind.fields>;

/** Next review of a goal, or of the whole if there is no goal. */
export interface ReviewDue {
  readonly goal: string | undefined;
  /** ISO day. */
  readonly due: string;
  /** The review that named the day. */
  readonly last: ReviewNode;
}

/** Returns every review that the latest one of its goal announced, earliest first; closed goals are reviewed no more. */
export function reviewsAhead(snapshot: Snapshot): readonly ReviewDue[] {
  const latest = new Map<string | undefined, ReviewNode>();
  for (const node of recordsOfKind(reviewKind, snapshot)) latest.set(node.goal, node);
  const ahead = [...latest.values()].flatMap((last): ReviewDue[] => {
    const { next } = last.values;
    const node = last.goal === undefined ? undefined : snapshot.goals.get(last.goal);
    if (next === undefined || (last.goal !== undefined && (!node || isClosed(node)))) return [];
    return [{ goal: last.goal, due: next, last }];
  });
  return ahead.sort((a, b) => byCodeUnit(a.due, b.due) || byCodeUnit(a.goal ?? '', b.goal ?? ''));
}

/** Returns the day a new review looks back to: the day after the last review ended, otherwise the day the goal was made. */
export function reviewBeginning(goal: string | undefined, snapshot: Snapshot): { readonly from: string | undefined } {
  const last = recordsOfKind(reviewKind, snapshot).findLast((node) => node.goal === goal);
  const { today, zone } = snapshot.calendar;
  const until = last === undefined ? undefined : (last.values.to ?? (last.created && dayOf(last.created, zone)));
  const begun = goal === undefined ? undefined : snapshot.goals.get(goal)?.goal.created;
  if (typeof until === 'string') return { from: earlier(addDays(until, 1), today) };
  return { from: begun === undefined ? undefined : dayOf(begun, zone) };
}

/** Returns the day unless it is in the future: a second review on one day looks back to that day. */
function earlier(day: string | undefined, today: string): string {
  return day === undefined || day > today ? today : day;
}
