import { isIsoDate } from './isoDate';

/**
 * Moments of measures: an ISO day where nobody said at which time, otherwise a time in UTC to the second, `2026-12-04T09:30:00Z`. Both are
 * texts, so that the file has the same order of moments in every time zone.
 */
const TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/;

/** Tells whether the day and the time of day exist. */
export function isMoment(text: string): boolean {
  const [, day, hour, minute, second] = TIME.exec(text) ?? [];
  if (day === undefined) return isIsoDate(text);
  return isIsoDate(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

/** Returns the text by which moments sort: a day without a time counts as its end, because its measure is the last of that day. */
export function momentOrder(moment: string): string {
  return TIME.test(moment) ? moment : `${moment}T24:00:00Z`;
}

/** Returns an instant to the second. @param millis since 1970. */
export function momentOf(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 19)}Z`;
}

/** Returns the day of a moment in the person's time zone. */
export function momentDay(moment: string): string {
  return TIME.test(moment) ? localParts(moment).day : moment;
}

/** Returns a moment in figures, in the person's time zone: `2026-11-27` or `2026-11-27 10:30`. */
export function momentFigures(moment: string): string {
  if (!TIME.test(moment)) return moment;
  const { day, time } = localParts(moment);
  return `${day} ${time}`;
}

function localParts(moment: string): { readonly day: string; readonly time: string } {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return { day, time: `${two(date.getHours())}:${two(date.getMinutes())}` };
}
