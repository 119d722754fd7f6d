import { GoalFileError } from './fileReading';
import type { GoalDocument } from './goalDocument';
import type { Json, JsonObject } from './json';
import { isObject, member, sameJson, withMember, withoutMember } from './json';
import { isWithin, joinPath, splitPath } from './registerPath';
import type { Stamp, Stamper } from './stamp';
import { parseStamp } from './stamp';

/** One edit of a document, as data, so that it can be kept, tried again and undone. */
export type Change =
  | { readonly type: 'add'; readonly id: string; readonly fields: JsonObject }
  | {
      readonly type: 'set';
      readonly id: string;
      /** Register path inside the record, e.g. `status` or `values/v-8t1v5n0zqe`. */
      readonly path: string;
      /** undefined removes the member and keeps its stamp. */
      readonly value: Json | undefined;
      /** Stamp it also when the value is there already, as *Reopen* must against a closing commit. */
      readonly force?: boolean;
    };

export function applyChanges(document: GoalDocument, changes: readonly Change[], stamper: Stamper): GoalDocument {
  return changes.reduce((current, change) => applyChange(current, change, stamper), document);
}

/**
 * The document with one change, stamped. A change that alters nothing returns the same document.
 * @throws GoalFileError `record-gone` if the record to change is not there (another branch was checked out, say).
 */
export function applyChange(document: GoalDocument, change: Change, stamper: Stamper): GoalDocument {
  const record = document.records.get(change.id);
  if (change.type === 'add') {
    if (record !== undefined) return document;
    return withRecord(document, change.id, { ...change.fields, created: stamper.next() });
  }
  if (!isObject(record)) {
    throw new GoalFileError('record-gone', `${change.id} is not in the file any more; nothing was changed.`);
  }
  const changed = setRegister(record, change, stamper);
  return changed === record ? document : withRecord(document, change.id, changed);
}

function setRegister(record: JsonObject, change: Change & { type: 'set' }, stamper: Stamper): JsonObject {
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

function writeAt(object: JsonObject, keys: readonly string[], value: Json | undefined): JsonObject {
  const [key, ...rest] = keys;
  if (key === undefined) return object;
  if (rest.length === 0) return value === undefined ? withoutMember(object, key) : withMember(object, key, value);
  const inner = member(object, key);
  if (value === undefined && !isObject(inner)) return object;
  const written = writeAt(isObject(inner) ? inner : {}, rest, value);
  // An empty map says nothing that its absence would not say.
  return Object.keys(written).length === 0 ? withoutMember(object, key) : withMember(object, key, written);
}

function withRecord(document: GoalDocument, id: string, record: Json): GoalDocument {
  return { ...document, records: new Map(document.records).set(id, record) };
}
