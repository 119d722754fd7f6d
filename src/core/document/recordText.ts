import type { Json } from './json';
import { byRecordKey } from './keyOrder';
import { orderMembers } from './orderMembers';
import { escapeHidden, writeValue } from './writeValue';

/** A record as it stands in the file after its key. */
export function recordText(record: Json): string {
  const ordered = orderMembers(record, byRecordKey);
  // The engine writes several times faster than we do, where it would keep the order of the keys.
  return ordered === undefined
    ? writeValue(record, '    ', byRecordKey)
    : escapeHidden(JSON.stringify(ordered, undefined, 2).replaceAll('\n', '\n    '));
}
