import type { Cadence } from '../model/goal';
import { checkInKind } from '../model/checkIn';
import { addDays, addMonths } from '../text/isoDate';
import { byCodeUnit } from '../document/json';
import { dayOf } from './calendar';
import { withDescendants } from './descendants';
import type { GoalNode, RecordNode, Snapshot } from './snapshot';

/** When a person says next how it goes with a goal. */
export interface CheckInDue {
  readonly goal: GoalNode;
  /** As goals name their owner. */
  readonly person: string;
  /** ISO day; before today it is overdue. */
  readonly due: string;
  /** What they said last. */
  readonly last: RecordNode | undefined;
}

/** The next check-in of everybody who owes one, the earliest first. */
export function checkInsAhead(snapshot: Snapshot): readonly CheckInDue[] {
  const ahead = [...snapshot.goals.values()].flatMap((goal) => checkInsOf(goal, snapshot));
  return ahead.sort((a, b) => byCodeUnit(a.due, b.due) || byCodeUnit(a.goal.goal.id, b.goal.goal.id));
}

/** Those that are due today or were due before. */
export function checkInsDue(snapshot: Snapshot): readonly CheckInDue[] {
  return checkInsAhead(snapshot).filter(({ due }) => due <= snapshot.calendar.today);
}

function checkInsOf(node: GoalNode, snapshot: Snapshot): readonly CheckInDue[] {
  const cadence = cadenceOf(node);
  if (cadence === undefined || node.goal.status !== 'open') return [];
  return membersOf(node, snapshot).flatMap((person) => {
    const last = lastCheckIn(node.goal.id, person, snapshot);
    const begun = last?.created ?? node.goal.statusChanged;
    const due = begun === undefined ? snapshot.calendar.today : nextDay(dayOf(begun), cadence);
    return due === undefined ? [] : [{ goal: node, person, due, last }];
  });
}

type Rhythm = Exclude<Cadence, 'never'>;

/** A pact is checked weekly unless it says otherwise; any other goal only when it says so. */
function cadenceOf({ goal }: GoalNode): Rhythm | undefined {
  const cadence = goal.more.cadence ?? (goal.kind === 'pact' ? 'weekly' : undefined);
  return cadence === 'never' ? undefined : cadence;
}

function nextDay(day: string, cadence: Rhythm): string | undefined {
  const next: Record<Rhythm, () => string | undefined> = {
    daily: () => addDays(day, 1),
    weekly: () => addDays(day, 7),
    fortnightly: () => addDays(day, 14),
    monthly: () => addMonths(day, 1),
    quarterly: () => addMonths(day, 3),
  };
  return next[cadence]();
}

/** Its owner and whoever has a commitment below it that still counts; a personal goal is its person's own. */
export function membersOf({ goal, scope }: GoalNode, snapshot: Snapshot): readonly string[] {
  const owner = goal.owner ?? (scope === 'personal' ? snapshot.me : undefined);
  const committed = withDescendants(goal.id, snapshot).flatMap(({ goal: below }) =>
    below.kind === 'commitment' && below.status !== 'dropped' ? (below.owner ?? []) : [],
  );
  return [...new Set([...(owner === undefined ? [] : [owner]), ...committed])];
}

/** What a person said last of a goal. */
export function lastCheckIn(goal: string, person: string | undefined, snapshot: Snapshot): RecordNode | undefined {
  return checkInsAt(goal, snapshot).findLast(({ author }) => author === person);
}

/** What was said of a goal, the oldest first. */
export function checkInsAt(goal: string, { recordsByGoal }: Snapshot): readonly RecordNode[] {
  return (recordsByGoal.get(goal) ?? []).filter(({ kind }) => kind === checkInKind);
}
