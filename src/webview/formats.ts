import { DAY } from '../core/ports/ports';

const MINUTE = 60 * 1000;
/** Days nearer than that are told by their distance: "tomorrow", "3 days ago". */
const NEAR = 7;

/** Numbers and days in the editor's language. Made once for each state: a formatter costs more than a hundred uses of it. */
export interface Formats {
  number(value: number): string;
  /** Share from 0 to 1; rounded down, so that 100 % means done. */
  percent(share: number): string;
  /** An ISO day as short as it can be told. */
  shortDay(day: string): string;
  /** An ISO day in full. */
  fullDay(day: string): string;
  /** An ISO day with its year. */
  yearDay(day: string): string;
  /** The day of an instant (milliseconds since 1970) where the person sits. */
  instant(millis: number): string;
  /** The day of an instant with its year. */
  date(millis: number): string;
  /** Day and time of an instant. */
  moment(millis: number): string;
  /** How long ago an instant was: "3 hours ago". */
  ago(millis: number, now: number): string;
}

export function createFormats(locale: string, today: string): Formats {
  const tag = usableTag(locale);
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const short = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  // An ISO day is UTC midnight here, so that no time zone moves it.
  const near = new Intl.DateTimeFormat(tag, { ...short, timeZone: 'UTC' });
  const far = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const full = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const local = new Intl.DateTimeFormat(tag, short);
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(Math.floor(share * 100) / 100),
    shortDay(day) {
      const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY);
      if (Math.abs(days) < NEAR) return relative.format(days, 'day');
      return (day.slice(0, 4) === today.slice(0, 4) ? near : far).format(Date.parse(day));
    },
    fullDay: (day) => full.format(Date.parse(day)),
    yearDay: (day) => far.format(Date.parse(day)),
    instant: (millis) => local.format(millis),
    date: (millis) => date.format(millis),
    moment: (millis) => moment.format(millis),
    ago(millis, now) {
      const minutes = Math.round((millis - now) / MINUTE);
      if (minutes > -60) return relative.format(Math.min(0, minutes), 'minute');
      const hours = Math.round(minutes / 60);
      return hours > -48 ? relative.format(hours, 'hour') : relative.format(Math.round(hours / 24), 'day');
    },
  };
}

/** The editor may run in a language that this browser has no name for, such as a pseudo language. */
function usableTag(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
