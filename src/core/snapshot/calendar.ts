import type { Zone } from '../ports/ports';
import { instantOf } from '../text/instantOf';
import { addDays, weekdayFromMonday } from '../text/isoDate';
import { hasTime } from '../text/moment';

/** The current time and days, in the person's time zone. */
export interface Calendar {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** ISO days. */
  readonly today: string;
  readonly sunday: string;
  /** Monday 00:00 local time, milliseconds. */
  readonly weekStart: number;
  /** Tells the day of any other moment. */
  readonly zone: Zone;
}

export function calendarAt(now: number, zone: Zone): Calendar {
  const today = dayOf(now, zone);
  const weekday = weekdayFromMonday(today);
  const [monday = today, sunday = today] = [addDays(today, -weekday), addDays(today, 6 - weekday)];
  return { now, today, sunday, weekStart: startOfDay(monday, zone), zone };
}

/** Returns the ISO day of a moment, in the person's time zone. */
export function dayOf(millis: number, zone: Zone): string {
  return minuteOf(millis, zone).slice(0, 10);
}

/** Returns day and time of a moment in the person's time zone: `2026-12-04 18:05`. */
export function minuteOf(millis: number, zone: Zone): string {
  const there = new Date(Math.min(LAST, Math.max(FIRST, millis + zone.aheadAt(millis))));
  return there.toISOString().slice(0, 16).replace('T', ' ');
}

/** The years that have four digits: no day is told beyond them. */
const FIRST = Date.parse('0000-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:00Z');

/** Returns the instant at which an ISO day begins in the person's time zone. */
export function startOfDay(day: string, zone: Zone): number {
  return instantOf(`${day}T00:00`, zone);
}

/** Returns the day of a moment of `moment.ts` in the person's time zone. */
export function momentDay(moment: string, zone: Zone): string {
  return hasTime(moment) ? dayOf(Date.parse(moment), zone) : moment;
}

/** Returns a moment in figures, in the person's time zone: `2026-11-27` or `2026-11-27 10:30`. */
export function momentFigures(moment: string, zone: Zone): string {
  return hasTime(moment) ? minuteOf(Date.parse(moment), zone) : moment;
}
