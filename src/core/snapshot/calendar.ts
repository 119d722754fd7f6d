/** The current time and days, in the person's time zone. */
export interface Calendar {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** ISO days. */
  readonly today: string;
  readonly sunday: string;
  /** Monday 00:00 local time, milliseconds. */
  readonly weekStart: number;
}

export function calendarAt(now: number): Calendar {
  const date = new Date(now);
  const sinceMonday = (date.getDay() + 6) % 7;
  const monday = new Date(date.getFullYear(), date.getMonth(), date.getDate() - sinceMonday);
  const sunday = new Date(date.getFullYear(), date.getMonth(), date.getDate() - sinceMonday + 6);
  return { now, today: localDay(date), sunday: localDay(sunday), weekStart: monday.getTime() };
}

/** Returns the ISO day of a moment, in the person's time zone. */
export function dayOf(millis: number): string {
  return localDay(new Date(millis));
}

function localDay(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
