import { valueAt } from '../document/change';
import type { Json, JsonObject } from '../document/json';
import { isObject, member, sameJson } from '../document/json';
import { joinPath, splitPath } from '../document/registerPath';
import type { Stamp } from '../document/stamp';
import { parseStamp } from '../document/stamp';

/** Change of one register of a record between two versions of it. */
export interface RegisterChange {
  /** The register, e.g. `status` or `tags/ci`. */
  readonly field: string;
  /** Value before; null if there was none or it is not known. */
  readonly before: Json;
  /** Value since; null if it was removed. */
  readonly value: Json;
  /** Stamp of the edit; undefined for an edit by hand. */
  readonly stamp: Stamp | undefined;
}

/**
 * Returns the registers that a version brings: value or stamp differs from every version before it. A merge that takes one side thus brings
 * nothing. Of a new record it returns what was changed since the record was made.
 * @param before versions of the record in the parents of a commit; none for a new record.
 */
export function registerChanges(before: readonly JsonObject[], now: JsonObject): readonly RegisterChange[] {
  const fields = new Set([...before, now].flatMap(registersOf));
  return [...fields].flatMap((field): RegisterChange[] => {
    const keys = splitPath(field);
    const value = valueAt(now, keys);
    const stamp = editOf(now, field);
    const isNew =
      before.length === 0 ? stamp !== undefined : before.every((each) => differs(each, field, value, stamp));
    if (!isNew) return [];
    const [first] = before;
    return [{ field, before: (first && valueAt(first, keys)) ?? null, value: value ?? null, stamp }];
  });
}

function differs(before: JsonObject, field: string, value: Json | undefined, stamp: Stamp | undefined): boolean {
  const isSame = sameJson(valueAt(before, splitPath(field)), value);
  return !isSame || (stamp !== undefined && editOf(before, field) !== stamp);
}

/** Returns the edits of a record that have a stamp, by register. */
export function editsOf(record: JsonObject): readonly (readonly [string, Stamp])[] {
  const edits = member(record, 'edits');
  return Object.keys(isObject(edits) ? edits : {}).flatMap((field) => {
    const stamp = editOf(record, field);
    return stamp === undefined ? [] : [[field, stamp] as const];
  });
}

/** Returns the stamp of a register's last edit; undefined if it has its value from the beginning, or from an edit by hand. */
function editOf(record: JsonObject, field: string): Stamp | undefined {
  const edits = member(record, 'edits');
  const stamp = isObject(edits) ? member(edits, field) : undefined;
  return parseStamp(stamp) ? (stamp as Stamp) : undefined;
}

/** Returns the paths of a record's values and of its edits; a set has one for each of its members. */
function registersOf(record: JsonObject): string[] {
  const edits = member(record, 'edits');
  const values = Object.entries(record).flatMap(([key, value]) => {
    if (key === 'edits' || key === 'created') return [];
    return isObject(value) ? Object.keys(value).map((inner) => joinPath([key, inner])) : [joinPath([key])];
  });
  return [...values, ...(isObject(edits) ? Object.keys(edits) : [])];
}
