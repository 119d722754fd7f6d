import type { Json } from './json';
import { byRecordKey } from './keyOrder';
import { orderMembers } from './orderMembers';
import { escapeHidden, writeValue } from './writeValue';

/** Records are never altered, and from one save to the next nearly all of them are the same objects. */
const TEXTS = new WeakMap<object, string>();

/** A record as it stands in the file after its key. */
export function recordText(record: Json): string {
  if (typeof record !== 'object' || record === null) return writeRecord(record);
  const known = TEXTS.get(record);
  if (known !== undefined) return known;
  const text = writeRecord(record);
  TEXTS.set(record, text);
  return text;
}

function writeRecord(record: Json): string {
  const ordered = orderMembers(record, byRecordKey);
  // The engine writes several times faster than we do, where it would keep the order of the keys.
  return ordered === undefined
    ? writeValue(record, '    ', byRecordKey)
    : escapeHidden(JSON.stringify(ordered, undefined, 2).replaceAll('\n', '\n    '));
}
