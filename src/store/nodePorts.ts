import { createHash, randomBytes } from 'node:crypto';
import type { Clock, Hash, Random, Zone } from '../core/ports/ports';
import type { Calendar } from '../core/snapshot/calendar';
import { calendarAt } from '../core/snapshot/calendar';

export const systemClock: Clock = { now: () => Date.now() };

const MINUTE = 60_000;

export const systemZone: Zone = { aheadAt: (millis) => -new Date(millis).getTimezoneOffset() * MINUTE };

/** Returns the present time and days of the person at the keyboard. */
export function presentCalendar(): Calendar {
  return calendarAt(systemClock.now(), systemZone);
}

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

export const systemHash: Hash = { sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex') };
