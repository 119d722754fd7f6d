import type { GoalDocument } from './goalDocument';
import type { Json } from './json';
import { byCodeUnit, member } from './json';
import { byRecordKey, byTopKey } from './keyOrder';
import { objectInOrder, orderMembers } from './orderMembers';
import { recordText } from './recordText';
import { SPACER_VALUE, SPACERS, sortedByPosition } from './spacers';
import { escapeHidden, writeMembers, writeValue } from './writeValue';

type Members = readonly (readonly [key: string, value: Json])[];

/** Number of the layout; change it whenever the same document is written as other bytes. */
export const FORMAT = 1;

/** Returns the text of a document, the same bytes on every platform: one member a line, two spaces, LF, a final newline. */
export function formatDocument({ top, records }: GoalDocument): string {
  // Records are nearly always in order already, and sorting a sorted list costs little.
  const keys = sortedByPosition(new Set([...records.keys(), ...SPACERS]));
  const entries = keys.map((key) => {
    const record = records.get(key);
    // Not `??`: a record may be null.
    return [key, record === undefined ? SPACER_VALUE : record] as const;
  });
  const members = Object.keys(top)
    .concat('records')
    .sort(byTopKey)
    .map((key) => [key, member(top, key) ?? null] as const);
  return `${atOnce(members, entries) ?? oneByOne(members, entries)}\n`;
}

/** Writes with the engine, several times faster than with our code; returns undefined if it would not keep the order of the keys. */
function atOnce(members: Members, records: Members): string | undefined {
  const inside = objectInOrder(records.map(([key, record]) => [key, orderMembers(record, byRecordKey)]));
  const ordered = objectInOrder(
    members.map(([key, value]) => [key, key === 'records' ? inside : orderMembers(value, byCodeUnit)]),
  );
  return ordered && escapeHidden(JSON.stringify(ordered, undefined, 2));
}

function oneByOne(members: Members, records: Members): string {
  const lines = records.map(([key, record]) => [key, recordText(record)] as const);
  const texts = members.map(
    ([key, value]) =>
      [key, key === 'records' ? writeMembers(lines, '  ') : writeValue(value, '  ', byCodeUnit)] as const,
  );
  return writeMembers(texts, '');
}
