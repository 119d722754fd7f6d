import type { Zone } from '../ports/ports';
import { byCodeUnit } from '../document/json';
import { kudosKind } from '../model/kudos';
import { milestoneKind } from '../model/milestone';
import { addDays } from '../text/isoDate';
import { dayOf, startOfDay } from '../snapshot/calendar';
import { isOf, recordLine } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Scope, Snapshot } from '../snapshot/snapshot';

/** Something to be glad of. Nothing is counted by person, and nobody is ranked. */
export interface Win {
  readonly what: 'goal' | 'pact' | 'milestone' | 'kudos' | 'reward';
  /** Id of the goal or the record. */
  readonly id: string;
  /** The goal it is about. */
  readonly goal: string | undefined;
  readonly text: string;
  readonly scope: Scope;
  /** Milliseconds since 1970; for a milestone, the beginning of its day. */
  readonly at: number;
  /** Owner of the goal, or giver of the kudos. */
  readonly by: string | undefined;
  /** People whom kudos are for; empty for everybody who takes part. */
  readonly to: readonly string[];
}

const WEEK_DAYS = 7;

/** Returns the wins of a week, from Monday to Sunday, latest first. @param weeksAgo 0 for this week. */
export function winsOf(snapshot: Snapshot, weeksAgo = 0): readonly Win[] {
  const { sunday, zone } = snapshot.calendar;
  const last = addDays(sunday, -weeksAgo * WEEK_DAYS) ?? sunday;
  const isDayInWeek = (day: string): boolean => day <= last && day > (addDays(last, -WEEK_DAYS) ?? '');
  // By days, not by hours: a week in which the clocks change has more of them, or fewer.
  const isInWeek = (at: number | undefined): at is number => at !== undefined && isDayInWeek(dayOf(at, zone));
  const goals = [...snapshot.goals.values()].flatMap((node) => goalWin(node, isInWeek));
  const records = [...snapshot.records.values()].flatMap((node) => {
    if (isOf(node, kudosKind)) return isInWeek(node.created) ? [kudosWin(node, node.created, snapshot)] : [];
    return isOf(node, milestoneKind) ? milestoneWin(node, isDayInWeek, zone) : [];
  });
  return [...goals, ...records].sort((a, b) => b.at - a.at || byCodeUnit(a.id, b.id));
}

function goalWin({ goal, scope }: GoalNode, isInWeek: (at: number | undefined) => at is number): Win[] {
  const at = goal.statusChanged;
  if (goal.status !== 'done' || !isInWeek(at)) return [];
  const what = goal.kind === 'pact' ? 'pact' : 'goal';
  return [{ what, id: goal.id, goal: goal.id, text: goal.title, scope, at, by: goal.owner, to: [] }];
}

function kudosWin(node: RecordNode<typeof kudosKind.fields>, at: number, snapshot: Snapshot): Win {
  const { id, goal, scope, author } = node;
  const { to = {}, grants } = node.values;
  return {
    what: grants ? 'reward' : 'kudos',
    id,
    goal,
    text: recordLine(node, snapshot),
    scope,
    at,
    by: author,
    to: Object.keys(to),
  };
}

function milestoneWin(
  node: RecordNode<typeof milestoneKind.fields>,
  isInWeek: (day: string) => boolean,
  zone: Zone,
): Win[] {
  const { id, goal, scope, values } = node;
  const { reached, title: text = id } = values;
  if (reached === undefined || !isInWeek(reached)) return [];
  return [{ what: 'milestone', id, goal, text, scope, at: startOfDay(reached, zone), by: undefined, to: [] }];
}
