import { DAY } from '../core/ports/ports';

const MINUTE = 60 * 1000;
/** Distance in days below which a day is told relative to today: "tomorrow", "3 days ago". */
const NEAR = 7;

/** Formats of numbers and days in the editor's language. Make them once for each state: one costs more than a hundred uses of it. */
export interface Formats {
  number(value: number): string;
  /** Formats a share from 0 to 1, so that 100 % means done. */
  percent(share: number): string;
  /** Formats an ISO day as briefly as possible. */
  shortDay(day: string): string;
  /** Formats an ISO day in full. */
  fullDay(day: string): string;
  /** Formats an ISO day with its year. */
  yearDay(day: string): string;
  /** Formats the day of an instant (milliseconds since 1970) in the person's time zone. */
  instant(millis: number): string;
  /** Formats the day of an instant with its year. */
  date(millis: number): string;
  /** Formats the day and time of an instant. */
  moment(millis: number): string;
  /** Says how long ago an instant was: "3 hours ago". */
  ago(millis: number, now: number): string;
}

export function createFormats(locale: string, today: string): Formats {
  const tag = usableTag(locale);
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const short = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  // An ISO day means UTC midnight here, so that no time zone moves it.
  const near = new Intl.DateTimeFormat(tag, { ...short, timeZone: 'UTC' });
  const far = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const full = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const local = new Intl.DateTimeFormat(tag, short);
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
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

/** Returns a tag that this browser supports; the editor's language may be unknown to it, such as a pseudo-language. */
function usableTag(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
