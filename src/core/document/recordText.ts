import type { Json } from './json';
import { byRecordKey } from './keyOrder';
import { orderMembers } from './orderMembers';
import { escapeHidden, writeValue } from './writeValue';

/** Returns a record as the file has it after its key. */
export function recordText(record: Json): string {
  const ordered = orderMembers(record, byRecordKey);
  // The engine writes several times faster than we do, but does not always keep the order of the keys.
  return ordered === undefined
    ? writeValue(record, '    ', byRecordKey)
    : escapeHidden(JSON.stringify(ordered, undefined, 2).replaceAll('\n', '\n    '));
}
