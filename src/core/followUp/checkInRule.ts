import { readingKind } from '../model/reading';
import type { KindRule } from '../changes/kindRule';
import type { RecordValues } from '../changes/recordActions';
import { addRecord } from '../changes/recordActions';
import type { Snapshot } from '../snapshot/snapshot';
import { changeText, measuredOf } from './measured';
import { readingOf } from './readingRule';

/** Rule for new check-ins: a number in one becomes a reading of the goal, in the same save. */
export const checkInRule: KindRule = ({ value, ...said }, snapshot, { random }) => {
  if (value === undefined) return Promise.resolve({ values: said });
  const ruled = readingOf({ of: said['goal'], value, by: said['by'] }, snapshot);
  if ('problem' in ruled) return Promise.resolve(ruled);
  return Promise.resolve({ values: said, changes: [addRecord(readingKind, ruled.values, random).change] });
};

/** Returns the values of a check-in; where it has a number and no words, its words are the change, such as `10 → 2 ms`. */
export function withNumber(values: RecordValues, snapshot: Snapshot): RecordValues {
  const { goal, note, value } = values;
  const isSilent = typeof note !== 'string' || note.trim() === '';
  if (!isSilent || typeof value !== 'number') return values;
  const measured = typeof goal === 'string' ? measuredOf(goal, snapshot) : undefined;
  return { ...values, note: changeText(measured ?? { last: undefined, unit: undefined }, value) };
}
