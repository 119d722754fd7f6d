import { isMoment, momentOf } from './moment';
import { parsePastDay } from './parsePastDay';

/**
 * Reads a moment as people type it: a day as `parsePastDay` reads it, a time of today (`14:05`), both (`fri 14:05`), or a time in UTC as it
 * is written in the file. Times are those of the person's clock.
 *
 * @returns the moment, or undefined for anything else.
 */
export function parseMoment(text: string, today: string): string | undefined {
  const word = text.trim();
  if (isMoment(word)) return word;
  const [, before = '', hour, minute] = /^(?:(.*?)[ T])?(\d{1,2}):(\d{2})$/.exec(word) ?? [];
  const day = hour === undefined ? parsePastDay(word, today) : before === '' ? today : parsePastDay(before, today);
  if (day === undefined || hour === undefined) return day;
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return momentOf(new Date(`${day}T${hour.padStart(2, '0')}:${minute ?? '00'}:00`).getTime());
}
