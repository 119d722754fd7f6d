import { halfWidth } from './foldText';
import { addDays, addMonths, dateOf, dateParts, endOfMonth, isIsoDate, weekdayFromMonday } from './isoDate';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Words with one fixed meaning. */
const WORDS: Readonly<Record<string, (today: string) => string | undefined>> = {
  today: (today) => today,
  tomorrow: (today) => addDays(today, 1),
  tom: (today) => addDays(today, 1),
  'next-week': (today) => addDays(today, 7 - weekdayFromMonday(today)),
  eow: (today) => addDays(today, 6 - weekdayFromMonday(today)),
  eom: (today) => endOfMonth(dateParts(today).year, dateParts(today).month),
  eoq: (today) => endOfMonth(dateParts(today).year, Math.ceil(dateParts(today).month / 3) * 3),
  eoy: (today) => dateOf(dateParts(today).year, 12, 31),
};

/**
 * Reads a due date as people type it: one word in any case, relative to the local date `today` (ISO).
 *
 * `today`, `tomorrow`, `tom`; weekdays by name or at least three letters (`fri` is the coming Friday, on a Friday today;
 * `next-fri` a week after that); `2d`, `1w`, `3m` (the last of the month if the day does not exist); `12-04` (month, day) and
 * `4.12.` (day, month): the next such day, this year or the next; `2026-12-04`, `4.12.2026`; `next-week` (its Monday), `eow`
 * (Sunday), `eom`, `eoq`, `eoy`.
 *
 * @returns the ISO date, or undefined for anything else and for days the calendar does not have.
 */
export function parseDue(text: string, today: string): string | undefined {
  const word = halfWidth(text).toLowerCase();
  if (Object.hasOwn(WORDS, word)) return WORDS[word]?.(today);
  return weekday(word, today) ?? distance(word, today) ?? calendarDay(word, today);
}

function weekday(word: string, today: string): string | undefined {
  const later = word.startsWith('next-');
  const index = weekdayOf(later ? word.slice('next-'.length) : word);
  if (index === undefined) return undefined;
  return addDays(today, ((index - weekdayFromMonday(today) + 7) % 7) + (later ? 7 : 0));
}

/** Returns the days from Monday to a weekday, given by its name or at least three letters of it, in lower case. */
export function weekdayOf(name: string): number | undefined {
  const index = name.length < 3 ? -1 : WEEKDAYS.findIndex((day) => day.startsWith(name));
  return index < 0 ? undefined : index;
}

function distance(word: string, today: string): string | undefined {
  const match = /^(\d{1,4})([dwm])$/.exec(word);
  if (!match) return undefined;
  const count = Number(match[1]);
  if (match[2] === 'm') return addMonths(today, count);
  return addDays(today, match[2] === 'w' ? count * 7 : count);
}

function calendarDay(word: string, today: string): string | undefined {
  if (isIsoDate(word)) return word;
  const such = dayAndMonth(word);
  if (such) return nextSuchDay(such.month, such.day, today);
  const full = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(word);
  return full ? dateOf(Number(full[3]), Number(full[2]), Number(full[1])) : undefined;
}

/** Reads a day without its year: `12-04` (month, day) or `4.12.` (day, month). */
export function dayAndMonth(word: string): { readonly day: number; readonly month: number } | undefined {
  const monthFirst = /^(\d{1,2})-(\d{1,2})$/.exec(word);
  if (monthFirst) return { month: Number(monthFirst[1]), day: Number(monthFirst[2]) };
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.$/.exec(word);
  return dayFirst ? { day: Number(dayFirst[1]), month: Number(dayFirst[2]) } : undefined;
}

/** Returns the next such day, today included. If it is past or missing (02-29) this year, tries the next year but no later one. */
function nextSuchDay(month: number, day: number, today: string): string | undefined {
  const { year } = dateParts(today);
  return [dateOf(year, month, day), dateOf(year + 1, month, day)].find((date) => date !== undefined && date >= today);
}
