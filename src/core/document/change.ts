import { GoalFileError } from './fileReading';
import type { GoalDocument } from './goalDocument';
import type { Json, JsonObject } from './json';
import { isObject, member, sameJson, withMember, withoutMember } from './json';
import { mergeDocuments } from './merge';
import { isWithin, joinPath, splitPath } from './registerPath';
import type { Stamp, Stamper } from './stamp';
import { parseStamp } from './stamp';

/** One edit of a document, as data, so that it can be kept, tried again and undone. */
export type Change = AddRecord | SetRegister | PutRecord | RemoveRecord;

export interface AddRecord {
  readonly type: 'add';
  readonly id: string;
  readonly fields: JsonObject;
}

export interface SetRegister {
  readonly type: 'set';
  readonly id: string;
  /** Register path inside the record, e.g. `status` or `values/v-8t1v5n0zqe`. */
  readonly path: string;
  /** The new value; undefined removes the member but keeps its stamp. */
  readonly value: Json | undefined;
  /** True to stamp the register even if it already has the value, as *Reopen* must to override a closing commit. */
  readonly force?: boolean;
}

/** One half of a move between files: adds the record as it is, stamps included, or merges it into one that is already there. */
export interface PutRecord {
  readonly type: 'put';
  readonly id: string;
  readonly record: Json;
}

/**
 * The other half of a move: takes the record out without a tombstone. Use it only for a record that is already in another file,
 * never for deletion: another branch may bring the record back.
 */
export interface RemoveRecord {
  readonly type: 'remove';
  readonly id: string;
  /** The record that was moved. If the file has a different one, somebody edited it meanwhile, and it stays. */
  readonly record: Json;
}

/**
 * Returns the document with the changes applied in order, each stamped; the same document if they alter nothing. Copies the map
 * of records once for all changes.
 * @throws GoalFileError `record-gone` if a record to change is missing (another branch was checked out, say).
 */
export function applyChanges(document: GoalDocument, changes: readonly Change[], stamper: Stamper): GoalDocument {
  let written: Map<string, Json> | undefined;
  for (const change of changes) {
    const before = (written ?? document.records).get(change.id);
    const after = changedRecord(before, change, stamper);
    if (after === before) continue;
    written ??= new Map(document.records);
    if (after === undefined) written.delete(change.id);
    else written.set(change.id, after);
  }
  return written ? { ...document, records: written } : document;
}

/** Returns the document with one change applied, as `applyChanges` does. */
export function applyChange(document: GoalDocument, change: Change, stamper: Stamper): GoalDocument {
  return applyChanges(document, [change], stamper);
}

/** Returns the record after a change: the same one if nothing alters, undefined if none is left. */
function changedRecord(record: Json | undefined, change: Change, stamper: Stamper): Json | undefined {
  switch (change.type) {
    case 'add':
      return record === undefined ? { ...change.fields, created: stamper.next() } : record;
    case 'put':
      return record === undefined ? change.record : joined(change.id, record, change.record);
    case 'remove':
      return sameJson(record, change.record) ? undefined : record;
    case 'set':
      if (isObject(record)) return setRegister(record, change, stamper);
      throw new GoalFileError('record-gone', `${change.id} is not in the file any more; nothing was changed.`);
  }
}

function joined(id: string, standing: Json, arriving: Json): Json | undefined {
  if (sameJson(standing, arriving)) return standing;
  const [ours, theirs] = [standing, arriving].map((record) => ({ top: {}, records: new Map([[id, record]]) }));
  const merged = ours && theirs && mergeDocuments(undefined, ours, theirs).document.records.get(id);
  return sameJson(merged, standing) ? standing : merged;
}

function setRegister(record: JsonObject, change: SetRegister, stamper: Stamper): JsonObject {
  if (isObject(change.value)) {
    return Object.entries(change.value).reduce(
      (current, [key, value]) =>
        setRegister(current, { ...change, path: joinPath([...splitPath(change.path), key]), value }, stamper),
      record,
    );
  }
  const keys = splitPath(change.path);
  if (!change.force && sameJson(valueAt(record, keys), change.value)) return record;
  const stamp = stamper.next(overwrittenStamps(record, change.path));
  const edits = member(record, 'edits');
  const written = writeAt(record, keys, change.value);
  return withMember(written, 'edits', withMember(isObject(edits) ? edits : {}, change.path, stamp));
}

/** Returns the stamps that a write at `path` replaces, also above and below it: a scalar may replace an object and vice versa. */
function overwrittenStamps(record: JsonObject, path: string): (Stamp | undefined)[] {
  const edits = member(record, 'edits');
  const related = Object.keys(isObject(edits) ? edits : {}).filter((key) => isWithin(key, path) || isWithin(path, key));
  return [...related, path].map((key) => effectiveStamp(record, key));
}

/** Returns the stamp that counts for a register: its own, else the record's creation stamp; undefined if neither is valid. */
export function effectiveStamp(record: JsonObject, path: string): Stamp | undefined {
  const edits = member(record, 'edits');
  const own = isObject(edits) ? member(edits, path) : undefined;
  const stamp = parseStamp(own) ? own : member(record, 'created');
  return parseStamp(stamp) ? (stamp as Stamp) : undefined;
}

/** Returns the value at a register path; undefined if there is none. */
export function valueAt(record: JsonObject, keys: readonly string[]): Json | undefined {
  let value: Json | undefined = record;
  for (const key of keys) {
    if (!isObject(value)) return undefined;
    value = member(value, key);
  }
  return value;
}

/** Returns the object with a value at that path; undefined removes the member. */
export function writeAt(object: JsonObject, keys: readonly string[], value: Json | undefined): JsonObject {
  const [key, ...rest] = keys;
  if (key === undefined) return object;
  if (rest.length === 0) return value === undefined ? withoutMember(object, key) : withMember(object, key, value);
  const inner = member(object, key);
  if (value === undefined && !isObject(inner)) return object;
  const written = writeAt(isObject(inner) ? inner : {}, rest, value);
  // An empty map means the same as no map.
  return Object.keys(written).length === 0 ? withoutMember(object, key) : withMember(object, key, written);
}
