import type { Change } from '../document/change';
import type { GoalDocument } from '../document/goalDocument';
import type { Json, JsonObject } from '../document/json';
import { isObject, member, textMember } from '../document/json';
import { recordIdOfHash } from '../document/recordId';
import { goalKind } from '../model/goal';
import type { GoalStatus } from '../model/goal';
import type { Hash } from '../ports/ports';
import { addDays, addMonths, dateParts, weekdayFromMonday } from '../text/isoDate';
import type { Repetition } from '../text/repetitions';
import { REPETITIONS } from '../text/repetitions';
import { copyRecord, setField, setStatus } from '../changes/goalActions';

/** Fields that belong to one occurrence only. */
const OF_ONE: readonly string[] = ['status', 'due', 'dueDay', 'score', 'learned', 'reason', 'deleted'];

export interface StatusTold {
  readonly id: string;
  readonly status: GoalStatus;
  /** Document that holds the goal. */
  readonly document: GoalDocument;
  /** ISO day. */
  readonly today: string;
}

/** Returns the changes that a new status brings: the status and, when a repeating goal is ticked, its next occurrence. */
export function statusChanges({ id, status, document, today }: StatusTold, hash: Hash): readonly Change[] {
  return [setStatus(id, status), ...(status === 'done' ? nextOccurrence(id, document, today, hash) : [])];
}

/**
 * Returns what ticking a repeating goal adds to the tick: the next occurrence, due when its turn comes. Its id is derived from the id
 * of the ticked goal, so that two people who tick it at once begin one goal and not two.
 * @param today ISO day; the next occurrence is due after it.
 */
export function nextOccurrence(id: string, document: GoalDocument, today: string, hash: Hash): readonly Change[] {
  const record = document.records.get(id);
  const repetition = isObject(record) ? REPETITIONS.find((each) => each === textMember(record, 'repeat')) : undefined;
  const copy = copyRecord(document, id);
  if (!isObject(record) || repetition === undefined || !copy) return [];
  const next = recordIdOfHash(goalKind.letter, hash.sha256(`next of ${id}`));
  const known = document.records.get(next);
  if (known !== undefined)
    return isObject(known) && member(known, 'deleted') === true ? [setField(next, 'deleted', false)] : [];
  const kept = Object.entries(copy.fields).filter(([name]) => !OF_ONE.includes(name));
  const fields: JsonObject = { ...Object.fromEntries(kept), status: 'open', ...dueFields(record, repetition, today) };
  return [{ type: 'add', id: next, fields }];
}

/** Returns the first day after today in the series, and the day of the month that the series keeps where this month is too short. */
function dueFields(record: JsonObject, repetition: Repetition, today: string): JsonObject {
  const first = textMember(record, 'due') ?? today;
  const monthDay = monthDayOf(first, member(record, 'dueDay'));
  for (let count = 1; ; count += 1) {
    const due = dayAfter({ first, monthDay }, repetition, count);
    if (due === undefined) return {};
    if (due <= today) continue;
    const isShort = isMonthly(repetition) && dateParts(due).day < monthDay;
    return { due, ...(isShort ? { dueDay: monthDay } : {}) };
  }
}

/** Returns the day of the month of a series: the kept one, as long as the goal is due on the last day of a month without it. */
function monthDayOf(due: string, kept: Json | undefined): number {
  const { day } = dateParts(due);
  if (typeof kept !== 'number' || !Number.isInteger(kept) || !goalKind.fields.dueDay.is(kept)) return day;
  return addMonths(due, 0, kept) === due ? kept : day;
}

function isMonthly(repetition: Repetition): boolean {
  return repetition === 'monthly' || repetition === 'quarterly';
}

function dayAfter(
  { first, monthDay }: { readonly first: string; readonly monthDay: number },
  repetition: Repetition,
  count: number,
): string | undefined {
  switch (repetition) {
    case 'daily':
      return addDays(first, count);
    case 'weekdays':
      return weekdayAfter(first, count);
    case 'weekly':
      return addDays(first, 7 * count);
    case 'fortnightly':
      return addDays(first, 14 * count);
    case 'monthly':
      return addMonths(first, count, monthDay);
    case 'quarterly':
      return addMonths(first, 3 * count, monthDay);
  }
}

/** Returns the day that is `count` working days later. */
function weekdayAfter(first: string, count: number): string | undefined {
  // A Saturday or Sunday counts as the Friday before it.
  const fromMonday = Math.min(weekdayFromMonday(first), 4);
  const monday = addDays(first, -weekdayFromMonday(first));
  const days = fromMonday + count;
  return monday && addDays(monday, Math.floor(days / 5) * 7 + (days % 5));
}
