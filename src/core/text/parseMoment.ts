import type { Zone } from '../ports/ports';
import { instantOf } from './instantOf';
import { isMoment, momentOf } from './moment';
import { parsePastDay } from './parsePastDay';

/** Place in time of whoever types: what a day or a time of day means to them. */
export interface Today {
  /** ISO day. */
  readonly today: string;
  readonly zone: Zone;
}

/**
 * Reads a moment as people type it: a day as `parsePastDay` reads it, a time of today (`14:05`), both (`fri 14:05`), or a time in UTC as it
 * is written in the file. Times are those of the person's clock.
 *
 * @returns the moment, or undefined for anything else.
 */
export function parseMoment(text: string, { today, zone }: Today): string | undefined {
  const word = text.trim();
  if (isMoment(word)) return word;
  const [, before = '', hour, minute] = /^(?:(.*?)[ T])?(\d{1,2}):(\d{2})$/.exec(word) ?? [];
  const day = hour === undefined ? parsePastDay(word, today) : before === '' ? today : parsePastDay(before, today);
  if (day === undefined || hour === undefined) return day;
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return momentOf(instantOf(`${day}T${hour.padStart(2, '0')}:${minute ?? '00'}`, zone));
}
