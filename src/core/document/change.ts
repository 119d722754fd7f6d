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
  /** undefined removes the member and keeps its stamp. */
  readonly value: Json | undefined;
  /** Stamp it also when the value is there already, as *Reopen* must against a closing commit. */
  readonly force?: boolean;
}

/** Half of moving a record between files: it arrives as it stands, stamps and all; with one that is there already it is merged. */
export interface PutRecord {
  readonly type: 'put';
  readonly id: string;
  readonly record: Json;
}

/**
 * The other half: takes a record out without a tombstone. For records that stand in another file by now, never for deletion:
 * another branch may bring it back.
 */
export interface RemoveRecord {
  readonly type: 'remove';
  readonly id: string;
  /** What was moved. A record that says something else was edited meanwhile and stays. */
  readonly record: Json;
}

/**
 * The document with some changes in order, each stamped. Where nothing alters it is the same document; the records are
 * copied once for all changes.
 * @throws GoalFileError `record-gone` if a record to change is not there (another branch was checked out, say).
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

/** As `applyChanges`, for one change. */
export function applyChange(document: GoalDocument, change: Change, stamper: Stamper): GoalDocument {
  return applyChanges(document, [change], stamper);
}

/** The record after a change; the same one where nothing alters, undefined where none is left. */
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

/** A scalar may take the place of an object and the other way round: what stands above and below is overwritten with it. */
function overwrittenStamps(record: JsonObject, path: string): (Stamp | undefined)[] {
  const edits = member(record, 'edits');
  const related = Object.keys(isObject(edits) ? edits : {}).filter((key) => isWithin(key, path) || isWithin(path, key));
  return [...related, path].map((key) => effectiveStamp(record, key));
}

/** The stamp a register stands under: its own, else the record's creation; undefined where neither is a stamp. */
export function effectiveStamp(record: JsonObject, path: string): Stamp | undefined {
  const edits = member(record, 'edits');
  const own = isObject(edits) ? member(edits, path) : undefined;
  const stamp = parseStamp(own) ? own : member(record, 'created');
  return parseStamp(stamp) ? (stamp as Stamp) : undefined;
}

/** The value at a register path; undefined where nothing stands. */
export function valueAt(record: JsonObject, keys: readonly string[]): Json | undefined {
  let value: Json | undefined = record;
  for (const key of keys) {
    if (!isObject(value)) return undefined;
    value = member(value, key);
  }
  return value;
}

/** The object with a value at that path; undefined takes it out. */
export function writeAt(object: JsonObject, keys: readonly string[], value: Json | undefined): JsonObject {
  const [key, ...rest] = keys;
  if (key === undefined) return object;
  if (rest.length === 0) return value === undefined ? withoutMember(object, key) : withMember(object, key, value);
  const inner = member(object, key);
  if (value === undefined && !isObject(inner)) return object;
  const written = writeAt(isObject(inner) ? inner : {}, rest, value);
  // An empty map says nothing that its absence would not say.
  return Object.keys(written).length === 0 ? withoutMember(object, key) : withMember(object, key, written);
}
