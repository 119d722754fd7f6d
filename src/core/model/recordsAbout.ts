import type { Json, JsonObject } from '../document/json';
import { isObject, member } from '../document/json';
import { goalKind } from './goal';
import type { Kind } from './kind';
import { namedAbove } from './kind';
import { kindOfRecord } from './kinds';

/** Record about a goal, or about such a record. */
export interface RecordAbout {
  readonly kind: Kind;
  readonly record: JsonObject;
}

/** Returns the records of a document below goals, and those below such records, by id; goals below goals are none of them. */
export function recordsAbout(
  records: ReadonlyMap<string, Json>,
  goals: ReadonlySet<string>,
): ReadonlyMap<string, RecordAbout> {
  const found = new Map<string, RecordAbout>();
  for (let count = -1; count !== found.size;) {
    count = found.size;
    for (const [id, record] of records) {
      const kind = found.has(id) ? undefined : kindOfRecord(id, record);
      if (!kind || kind.letter === goalKind.letter || !isObject(record) || member(record, 'deleted') === true) continue;
      if (namedAbove(kind, record).some((above) => goals.has(above) || found.has(above)))
        found.set(id, { kind, record });
    }
  }
  return found;
}
