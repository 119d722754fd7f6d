import type { Json, JsonObject } from '../document/json';
import { isObject, member } from '../document/json';
import { parseStamp } from '../document/stamp';

/** Returns when a record was made, in milliseconds since 1970; undefined without a valid stamp. */
export function createdAt(record: Json): number | undefined {
  return isObject(record) ? parseStamp(member(record, 'created'))?.millis : undefined;
}

/** Returns when a field got its present value. */
export function changedAt(record: Json, field: string): number | undefined {
  return editedAt(record, field) ?? createdAt(record);
}

/** Returns when a field was changed; undefined if it has its value from the beginning. */
export function editedAt(record: Json, field: string): number | undefined {
  const edits = editsOf(record);
  return edits && parseStamp(member(edits, field))?.millis;
}

/** Returns the time of the latest stamp anywhere in the record. */
export function touchedAt(record: Json): number | undefined {
  const edits = Object.values(editsOf(record) ?? {}).map((stamp) => parseStamp(stamp)?.millis);
  // Not `Math.max` of all: a call cannot take a hundred thousand arguments.
  return edits.reduce(
    (latest, each) => (latest === undefined || (each ?? latest) > latest ? each : latest),
    createdAt(record),
  );
}

function editsOf(record: Json): JsonObject | undefined {
  const edits = isObject(record) ? member(record, 'edits') : undefined;
  return isObject(edits) ? edits : undefined;
}
