import type { Cadence } from '../model/goal';
import { checkInKind } from '../model/checkIn';
import { addDays, addMonths } from '../text/isoDate';
import { byCodeUnit } from '../document/json';
import { dayOf } from '../snapshot/calendar';
import type { Cycle } from '../snapshot/cycles';
import { cycleOf } from '../snapshot/cycles';
import { fromAbove } from '../snapshot/fromAbove';
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
 * Returns the next check-ins that a person owes, earliest first, and of one day the one of the oldest goal. It covers one person only: in
 * a chain of pacts where everybody has something below each, the check-ins of all people would be as many as goals times people.
 */
export function checkInsAhead(snapshot: Snapshot, person: string | undefined): readonly CheckInDue[] {
  if (person === undefined) return [];
  const committed = committedTo(person, snapshot);
  const ahead = [...snapshot.goals.values()].flatMap((node) =>
    committed.has(node.goal.id) || ownerOf(node, snapshot) === person ? (checkInOf(node, person, snapshot) ?? []) : [],
  );
  const made = ({ goal: { goal } }: CheckInDue): number => goal.created ?? 0;
  return ahead.sort(
    (a, b) => byCodeUnit(a.due, b.due) || made(a) - made(b) || byCodeUnit(a.goal.goal.id, b.goal.goal.id),
  );
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

/**
 * Returns the owner of a goal; a personal goal without one belongs to the person at the keyboard, a key result without one to the owner
 * of the nearest goal above that has one, or else to whoever facilitates its running cycle.
 */
function ownerOf(node: GoalNode, snapshot: Snapshot): string | undefined {
  const { goal, scope } = node;
  if (goal.owner !== undefined) return goal.owner;
  if (scope === 'personal') return snapshot.me;
  if (goal.kind !== 'keyResult') return undefined;
  return ownerAbove(node, snapshot) ?? runningCycle(node, snapshot)?.facilitator;
}

const ownerAbove = fromAbove<string | undefined>(({ goal }, above) => goal.owner ?? above);

function checkInOf(node: GoalNode, person: string, snapshot: Snapshot): CheckInDue | undefined {
  const cycle = runningCycle(node, snapshot);
  const cadence = cadenceOf(node, snapshot);
  if (cadence === undefined || node.goal.status !== 'open' || !isAgreed(node, snapshot)) return undefined;
  const last = lastCheckIn(node.goal.id, person, snapshot);
  const begun = last?.created ?? node.goal.statusChanged;
  const { today, zone } = snapshot.calendar;
  // A key result that was written before its cycle begins is not due before it.
  const from = begun === undefined ? undefined : [dayOf(begun, zone), cycle?.from ?? ''].sort().at(-1);
  const due = from === undefined ? today : nextDay(from, cadence);
  return due === undefined ? undefined : { goal: node, person, due, last };
}

/** Tells whether nothing has to be agreed before a goal is followed up: of pacts, those in force are. */
function isAgreed({ goal, scope }: GoalNode, { pacts }: Snapshot): boolean {
  const pact = pacts.get(goal.id);
  return pact === undefined || scope !== 'team' || pact.inForce !== undefined;
}

type Rhythm = Exclude<Cadence, 'never'>;

/** Returns the cycle of a key result if it has begun, is not over and was not closed. */
function runningCycle(node: GoalNode, snapshot: Snapshot): Cycle | undefined {
  if (node.goal.kind !== 'keyResult') return undefined;
  const cycle = cycleOf(node, snapshot);
  const { today } = snapshot.calendar;
  return cycle && cycle.closed === undefined && cycle.from <= today && today <= cycle.to ? cycle : undefined;
}

/**
 * Returns the rhythm of a goal's check-ins: the one it states, otherwise weekly for a pact and for a key result of a running cycle, and
 * none for any other goal.
 */
export function cadenceOf(node: GoalNode, snapshot: Snapshot): Rhythm | undefined {
  const isWeekly = node.goal.kind === 'pact' || runningCycle(node, snapshot) !== undefined;
  const cadence = node.goal.more.cadence ?? (isWeekly ? 'weekly' : undefined);
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
