import { kpiKind } from '../model/kpi';
import type { KindRule } from '../changes/kindRule';
import type { RecordValues } from '../changes/recordActions';
import type { Refusal } from '../changes/refusal';
import { momentDay } from '../snapshot/calendar';
import { hasMeasure } from '../snapshot/measure';
import { isOf } from '../snapshot/recordNode';
import type { Snapshot } from '../snapshot/snapshot';
import { oneLine } from '../text/safeText';
import { momentOf } from '../text/moment';

/** Reasons why a value is not written, in English; keys of the l10n bundle. */
export const READING_REFUSALS = {
  noMeasure: '"{0}" has no target, so it has no measure.',
  gone: 'The goal or KPI that this is about is gone.',
  future: 'A value cannot be of a day to come.',
  nobody: 'Git does not know who you are: set user.email, or say where the value comes from.',
} as const;

const LONGEST = 100;

/** Rule for new readings: of a KPI or of a goal with a target, by a person or from a named source, and not of a time to come. */
export const readingRule: KindRule = (values, snapshot) => Promise.resolve(readingOf(values, snapshot));

/** Returns the values of a reading, its time filled in, or a refusal. */
export function readingOf(values: RecordValues, snapshot: Snapshot): { readonly values: RecordValues } | Refusal {
  const { calendar, me } = snapshot;
  const refused = measuredRefusal(values['of'], snapshot);
  if (refused) return refused;
  if (values['by'] === undefined && me === undefined && values['source'] === undefined)
    return { problem: READING_REFUSALS.nobody };
  const said = typeof values['at'] === 'string' ? values['at'] : calendar.today;
  if (momentDay(said, calendar.zone) > calendar.today) return { problem: READING_REFUSALS.future };
  // Today's value is that of now: a day alone would count as the end of the day, before which no later value counts.
  const at = said === calendar.today ? momentOf(calendar.now) : said;
  return { values: { ...values, at } };
}

function measuredRefusal(of: unknown, { goals, records }: Snapshot): Refusal | undefined {
  const id = typeof of === 'string' ? of : '';
  if (isOf(records.get(id), kpiKind)) return undefined;
  const goal = goals.get(id)?.goal;
  if (!goal) return { problem: READING_REFUSALS.gone };
  return hasMeasure(goal) ? undefined : { problem: READING_REFUSALS.noMeasure, about: [oneLine(goal.title, LONGEST)] };
}
