import type { GoalDocument } from './goalDocument';
import type { Json } from './json';
import { byCodeUnit, member } from './json';
import { byTopKey } from './keyOrder';
import { recordText } from './recordText';
import { SPACER_VALUE, SPACERS, sortedByPlace } from './spacers';
import { writeMembers, writeValue } from './writeValue';

/** The bytes of a document, the same on every platform: one member a line, two spaces, LF, a final newline. */
export function formatDocument({ top, records }: GoalDocument): string {
  // The records come in order nearly always, and sorting what is in order costs little.
  const keys = sortedByPlace(new Set([...records.keys(), ...SPACERS]));
  const lines = keys.map((key) => {
    const record = records.get(key);
    // Not by `??`: a record may be null.
    return [key, recordText(record === undefined ? SPACER_VALUE : record)] as const;
  });
  const members = Object.keys(top)
    .concat('records')
    .sort(byTopKey)
    .map((key) => [key, key === 'records' ? writeMembers(lines, '  ') : topText(member(top, key) ?? null)] as const);
  return `${writeMembers(members, '')}\n`;
}

function topText(value: Json): string {
  return writeValue(value, '  ', byCodeUnit);
}
