import { DAY } from '../ports/ports';
import type { Clock } from '../ports/ports';

/** A hybrid logical clock reading as text, e.g. `20261121T183304123Z-0001-k3f9`; valid stamps sort as text. */
export type Stamp = string;

const FORM = /^\d{8}T\d{9}Z-\d{4}-[0-9a-z]{4}$/;
const LENGTH = '20261121T183304123Z-0001-k3f9'.length;
const MAX_COUNTER = 9999;
const FOUR_CENTURIES = 146_097 * DAY;
/** The largest instant whose year still has four digits. */
const MAX_MILLIS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export interface StampParts {
  /** Milliseconds since 1970, UTC. */
  readonly millis: number;
  readonly counter: number;
  readonly replica: string;
}

/** Returns the parts of a stamp; undefined for anything else (also for a date such as February 30). */
export function parseStamp(text: unknown): StampParts | undefined {
  if (typeof text !== 'string') return undefined;
  if (text.length !== LENGTH || !FORM.test(text)) return undefined;
  // Reads digit by digit: a file holds thousands of stamps, and a date parser would take most of the time of reading it.
  const millis = millisOf(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2), text);
  if (millis === undefined) return undefined;
  return { millis, counter: digits(text, 20, 4), replica: text.slice(25) };
}

function millisOf(year: number, month: number, day: number, text: string): number | undefined {
  const [hour, minute, second] = [digits(text, 9, 2), digits(text, 11, 2), digits(text, 13, 2)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) {
    return undefined;
  }
  // The calendar repeats after 400 years. Without this shift, `Date.UTC` would take the years 0 to 99 for 1900 to 1999.
  return Date.UTC(year + 400, month - 1, day, hour, minute, second, digits(text, 15, 3)) - FOUR_CENTURIES;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let index = start; index < start + count; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

export function formatStamp({ millis, counter, replica }: StampParts): Stamp {
  return `${timeText(millis)}-${String(counter).padStart(4, '0')}-${replica}`;
}

function timeText(millis: number): string {
  return new Date(millis).toISOString().replace(/[-:.]/g, '');
}

/**
 * Source of stamps that exceed the wall clock, its own earlier stamps, and the overwritten ones. It outbids a stamp that is more
 * than a day ahead, but its later stamps do not follow that one into the future.
 */
export interface Stamper {
  next(overwritten?: readonly (Stamp | undefined)[]): Stamp;
}

/** @param replica four characters `0-9a-z` that name this clone. */
export function createStamper(clock: Clock, replica: string): Stamper {
  let last: StampParts = { millis: 0, counter: 0, replica };
  return {
    next(overwritten = []) {
      const now = Math.min(Math.max(0, clock.now()), MAX_MILLIS - DAY);
      const seen = overwritten.map(parseStamp).filter((stamp) => stamp !== undefined);
      const outbid = seen.map(successor).filter((stamp) => stamp.millis <= MAX_MILLIS);
      const credible = outbid.filter((stamp) => stamp.millis <= now + DAY);
      last = [successor(last), ...credible].reduce(later, { millis: now, counter: 0, replica });
      return formatStamp({ ...outbid.reduce(later, last), replica });
    },
  };
}

function successor({ millis, counter, replica }: StampParts): StampParts {
  return counter < MAX_COUNTER
    ? { millis, counter: counter + 1, replica }
    : { millis: millis + 1, counter: 0, replica };
}

function later(a: StampParts, b: StampParts): StampParts {
  return b.millis > a.millis || (b.millis === a.millis && b.counter > a.counter) ? b : a;
}
