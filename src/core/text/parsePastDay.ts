import { halfWidth } from './foldText';
import { addDays, dateOf, dateParts, weekdayFromMonday } from './isoDate';
import { dayAndMonth, parseDue, weekdayOf } from './parseDue';

/**
 * Reads a day in the past. It is typed as a due date is, but means the last such day: `fri` is the last Friday, `20.11.` and
 * `11-20` are in this year or the last one, `2d` is two days ago. Today counts; `yesterday` is a word, too.
 *
 * @returns the ISO date, or undefined as `parseDue` does.
 */
export function parsePastDay(text: string, today: string): string | undefined {
  const word = halfWidth(text).toLowerCase();
  if (word === 'yesterday') return addDays(today, -1);
  const weekday = weekdayOf(word);
  if (weekday !== undefined) return addDays(today, -((weekdayFromMonday(today) - weekday + 7) % 7));
  const distance = /^(\d{1,4})([dw])$/.exec(word);
  if (distance) return addDays(today, -Number(distance[1]) * (distance[2] === 'w' ? 7 : 1));
  const such = dayAndMonth(word);
  return such === undefined ? parseDue(text, today) : lastSuchDay(such, today);
}

function lastSuchDay(
  { day, month }: { readonly day: number; readonly month: number },
  today: string,
): string | undefined {
  const { year } = dateParts(today);
  return [dateOf(year, month, day), dateOf(year - 1, month, day)].find((date) => date !== undefined && date <= today);
}
