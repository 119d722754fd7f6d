import { DAY } from '../ports/ports';

/**
 * Calendar dates as ISO text, `2026-12-04`. All arithmetic is done in UTC on the text, so that a time zone never matters; the
 * caller, who knows the person's clock, tells which date is "today".
 */
const FORM = /^\d{4}-\d{2}-\d{2}$/;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Returns the milliseconds of UTC midnight; NaN if the text is not an ISO date. A day such as `2026-02-30` rolls over into March. */
export function toMillis(date: string): number {
  return FORM.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
}

/** Returns the date of an instant; undefined beyond the years that have four digits. */
function fromMillis(millis: number): string | undefined {
  const date = new Date(millis);
  if (Number.isNaN(date.getTime())) return undefined;
  const text = date.toISOString().slice(0, 10);
  return FORM.test(text) ? text : undefined;
}

/** Tells whether the date exists: `2026-02-30` does not. */
export function isIsoDate(date: string): boolean {
  return fromMillis(toMillis(date)) === date;
}

/** Returns the date of these numbers (month and day from 1); undefined if the calendar has none. */
export function dateOf(year: number, month: number, day: number): string | undefined {
  const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return isIsoDate(text) ? text : undefined;
}

/** Returns year, month and day (both from 1) of an ISO date. */
export function dateParts(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Returns the date some days later; undefined beyond the year 9999. */
export function addDays(date: string, days: number): string | undefined {
  return fromMillis(toMillis(date) + days * DAY);
}

/** Returns the days from one date to a later one; negative to an earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toMillis(to) - toMillis(from)) / DAY);
}

/**
 * Returns the same day some months later, or the last of a month without that day. Undefined beyond the year 9999.
 * @param day of the month; that of the date unless said otherwise
 */
export function addMonths(date: string, months: number, day = dateParts(date).day): string | undefined {
  const { year, month } = dateParts(date);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = endOfMonth(toYear, toMonth);
  return last === undefined ? undefined : dateOf(toYear, toMonth, Math.min(day, dateParts(last).day));
}

/** Returns the last day of a month (from 1). */
export function endOfMonth(year: number, month: number): string | undefined {
  return dateOf(year, month, 31) ?? dateOf(year, month, 30) ?? dateOf(year, month, 29) ?? dateOf(year, month, 28);
}

/** Returns the weekday from 0, Monday, to 6, Sunday: a week of the product runs from Monday to Sunday. */
export function weekdayFromMonday(date: string): number {
  return (new Date(toMillis(date)).getUTCDay() + 6) % 7;
}

/** Returns the date in short English: `Fri 27 Nov`, with the year if it is not the current one. */
export function shortDate(date: string, today: string): string {
  const { year, month, day } = dateParts(date);
  const weekday = WEEKDAYS[new Date(toMillis(date)).getUTCDay()] ?? '';
  const text = `${weekday} ${day} ${MONTHS[month - 1] ?? ''}`;
  return year === dateParts(today).year ? text : `${text} ${year}`;
}
