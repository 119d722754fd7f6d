import type { Clock } from '../ports';

/** A hybrid logical clock reading as text, e.g. `20261121T183304123Z-0001-k3f9`; valid stamps order as text. */
export type Stamp = string;

const FORM = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-(\d{4})-([0-9a-z]{4})$/;
const MAX_COUNTER = 9999;
const DAY = 24 * 60 * 60 * 1000;
/** The largest instant whose year still has four digits. */
const MAX_MILLIS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export interface StampParts {
  /** Milliseconds since 1970, UTC. */
  readonly millis: number;
  readonly counter: number;
  readonly replica: string;
}

/** The parts of a stamp, or undefined for anything that is none (also for a date such as February 30). */
export function parseStamp(text: unknown): StampParts | undefined {
  if (typeof text !== 'string') return undefined;
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, milli, counter, replica] = match;
  const millis = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
  if (Number.isNaN(millis) || timeText(millis) !== text.slice(0, 19)) return undefined;
  return { millis, counter: Number(counter), replica: replica ?? '' };
}

export function formatStamp({ millis, counter, replica }: StampParts): Stamp {
  return `${timeText(millis)}-${String(counter).padStart(4, '0')}-${replica}`;
}

function timeText(millis: number): string {
  return new Date(millis).toISOString().replace(/[-:.]/g, '');
}

/**
 * Gives stamps that exceed the wall clock, earlier ones of this stamper, and those that are overwritten. A stamp more
 * than a day ahead is outbid where it stands, but does not drag along what is stamped afterwards.
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
