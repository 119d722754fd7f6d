import type { Cadence } from '../model/goal';
import { checkInKind } from '../model/checkIn';
import { addDays, addMonths } from '../text/isoDate';
import { byCodeUnit } from '../document/json';
import { dayOf } from '../snapshot/calendar';
import { recordsAt } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

export type CheckInNode = RecordNode<typeof checkInKind.fields>;

/** Next check-in of a person on a goal. */
export interface CheckInDue {
  readonly goal: GoalNode;
  /** Address of the person, as goals name their owner. */
  readonly person: string;
  /** ISO day; before today it is overdue. */
  readonly due: string;
  /** Their latest check-in. */
  readonly last: CheckInNode | undefined;
}

/**
 * Returns the next check-ins that a person owes, earliest first. It covers one person only: in a chain of pacts where everybody has
 * something below each, the check-ins of all people would be as many as goals times people.
 */
export function checkInsAhead(snapshot: Snapshot, person: string | undefined): readonly CheckInDue[] {
  if (person === undefined) return [];
  const committed = committedTo(person, snapshot);
  const ahead = [...snapshot.goals.values()].flatMap((node) =>
    committed.has(node.goal.id) || ownerOf(node, snapshot) === person ? (checkInOf(node, person, snapshot) ?? []) : [],
  );
  return ahead.sort((a, b) => byCodeUnit(a.due, b.due) || byCodeUnit(a.goal.goal.id, b.goal.goal.id));
}

/** Returns the check-ins of a person that are due today or were due before. */
export function checkInsDue(snapshot: Snapshot, person: string | undefined): readonly CheckInDue[] {
  return checkInsAhead(snapshot, person).filter(({ due }) => due <= snapshot.calendar.today);
}

/** Returns the ids of the commitments of a person that still count, and of all goals above them. */
function committedTo(person: string, { goals }: Snapshot): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { goal } of goals.values()) {
    const isPromised = goal.kind === 'commitment' && goal.status !== 'dropped' && goal.status !== 'proposed';
    if (!isPromised || goal.owner !== person) continue;
    for (let id: string | undefined = goal.id; id !== undefined && !found.has(id); id = goals.get(id)?.parent) {
      found.add(id);
    }
  }
  return found;
}

/** Returns the owner of a goal; a personal goal without one belongs to the person at the keyboard. */
function ownerOf({ goal, scope }: GoalNode, { me }: Snapshot): string | undefined {
  return goal.owner ?? (scope === 'personal' ? me : undefined);
}

function checkInOf(node: GoalNode, person: string, snapshot: Snapshot): CheckInDue | undefined {
  const cadence = cadenceOf(node);
  if (cadence === undefined || node.goal.status !== 'open') return undefined;
  const last = lastCheckIn(node.goal.id, person, snapshot);
  const begun = last?.created ?? node.goal.statusChanged;
  const due = begun === undefined ? snapshot.calendar.today : nextDay(dayOf(begun, snapshot.calendar.zone), cadence);
  return due === undefined ? undefined : { goal: node, person, due, last };
}

type Rhythm = Exclude<Cadence, 'never'>;

/** Returns the rhythm of a goal's check-ins: the one it states, otherwise weekly for a pact and none for any other goal. */
function cadenceOf({ goal }: GoalNode): Rhythm | undefined {
  const cadence = goal.more.cadence ?? (goal.kind === 'pact' ? 'weekly' : undefined);
  return cadence === 'never' ? undefined : cadence;
}

/** Returns the day after some intervals of a rhythm. */
export function nextDay(day: string, cadence: Rhythm, times = 1): string | undefined {
  const next: Record<Rhythm, () => string | undefined> = {
    daily: () => addDays(day, times),
    weekly: () => addDays(day, 7 * times),
    fortnightly: () => addDays(day, 14 * times),
    monthly: () => addMonths(day, times),
    quarterly: () => addMonths(day, 3 * times),
  };
  return next[cadence]();
}

/** Returns the latest check-in of a person on a goal. */
export function lastCheckIn(goal: string, person: string | undefined, snapshot: Snapshot): CheckInNode | undefined {
  return recordsAt(goal, checkInKind, snapshot).findLast(({ author }) => author === person);
}
