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
  return hasTime(moment) ? moment : `${moment}T24:00:00Z`;
}

/** Returns an instant to the second. @param millis since 1970. */
export function momentOf(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 19)}Z`;
}

/** Tells whether a moment says at which time, not only on which day. */
export function hasTime(moment: string): boolean {
  return TIME.test(moment);
}
