import { effectiveStamp, valueAt, writeAt } from './change';
import type { GoalDocument } from './goalDocument';
import type { Json, JsonObject } from './json';
import { isObject, member, sameJson } from './json';
import type { Claim, Disagreement } from './merge';
import { mergeDocuments } from './merge';
import { splitPath } from './registerPath';
import { parseStamp } from './stamp';

/**
 * An overlay is a document with edits that are not in the shared file: new records as they are, and amendments of others. An
 * amendment holds only the edited registers with their stamps, without a creation stamp. So it says nothing about the registers
 * beside them and applies to any branch's version of the file.
 */

/** Returns what people see: the file with the overlay on top. An amendment rests while its record is not in the file. */
export function joinOverlay(file: GoalDocument, overlay: GoalDocument): GoalDocument {
  const onTop = [...overlay.records].filter(([id, record]) => file.records.has(id) || !isAmendment(record));
  if (onTop.length === 0) return file;
  return mergeDocuments(undefined, file, { top: file.top, records: new Map(onTop) }).document;
}

/**
 * Returns the edits that turn `file` into `shown`. Not every difference is an edit: check whether joining them gives `shown`
 * again (a removed record, for example, comes back).
 */
export function overlayOf(file: GoalDocument, shown: GoalDocument): GoalDocument {
  const records = new Map<string, Json>();
  for (const [id, record] of shown.records) {
    const before = file.records.get(id);
    if (sameJson(before, record)) continue;
    records.set(id, isObject(before) && isObject(record) ? amendment(record, editedPaths(before, record)) : record);
  }
  return { top: { version: 1 }, records };
}

/**
 * Returns the overlay after an edit that turned the result of `joinOverlay` into `shown`. Edits that the file already has are
 * dropped; those that rest or were overtaken stay, because the file may differ on another branch.
 */
export function nextOverlay(file: GoalDocument, overlay: GoalDocument, shown: GoalDocument): GoalDocument {
  return joinOverlays(joinOverlays(overlayOf(file, shown), restingEdits(file, overlay)), overtakenEdits(file, overlay));
}

export function joinOverlays(a: GoalDocument, b: GoalDocument): GoalDocument {
  return mergeDocuments(undefined, { ...a, top: b.top }, b).document;
}

/** Returns the amendments whose records are not in the file. */
export function restingEdits(file: GoalDocument, overlay: GoalDocument): GoalDocument {
  const resting = [...overlay.records].filter(([id, record]) => !file.records.has(id) && isAmendment(record));
  return { top: overlay.top, records: new Map(resting) };
}

/** Returns the ids of the records that the overlay alters or adds. */
export function unsharedRecords(file: GoalDocument, overlay: GoalDocument): string[] {
  const shown = joinOverlay(file, overlay);
  return [...overlay.records.keys()].filter((id) => !sameJson(file.records.get(id), shown.records.get(id)));
}

/** Returns what the overlay loses when it is joined for good: its edits of registers that got another value later. */
export function overtakenClaims(file: GoalDocument, overlay: GoalDocument): Disagreement[] {
  return [...overlay.records].flatMap(([id, record]) => {
    const here = file.records.get(id);
    return overtakenPaths(here, record).flatMap((path): Disagreement[] => {
      const [ours, theirs] = [claimOf(here, path), claimOf(record, path)];
      return sameJson(ours.value, theirs.value) ? [] : [{ record: id, path, ours, theirs, winner: 'ours' }];
    });
  });
}

function claimOf(record: Json | undefined, path: string): Claim {
  if (!isObject(record)) return { value: record, stamp: undefined };
  return { value: valueAt(record, splitPath(path)), stamp: effectiveStamp(record, path) };
}

function overtakenEdits(file: GoalDocument, overlay: GoalDocument): GoalDocument {
  const records = [...overlay.records].flatMap(([id, record]): [string, Json][] => {
    const paths = overtakenPaths(file.records.get(id), record);
    return paths.length > 0 && isObject(record) ? [[id, amendment(record, paths)]] : [];
  });
  return { top: overlay.top, records: new Map(records) };
}

function overtakenPaths(here: Json | undefined, record: Json): string[] {
  if (!isObject(here) || !isObject(record)) return [];
  const isOvertaken = (path: string): boolean =>
    (effectiveStamp(here, path) ?? '') > (effectiveStamp(record, path) ?? '');
  return Object.keys(editsOf(record)).filter(isOvertaken);
}

function isAmendment(record: Json): boolean {
  return isObject(record) && member(record, 'created') === undefined;
}

function editedPaths(before: JsonObject, record: JsonObject): string[] {
  const [old, now] = [editsOf(before), editsOf(record)];
  return Object.keys(now).filter((path) => parseStamp(now[path]) && !sameJson(member(old, path), now[path]));
}

function amendment(record: JsonObject, paths: readonly string[]): JsonObject {
  const edits = editsOf(record);
  const values = paths.reduce<JsonObject>((part, path) => {
    const keys = splitPath(path);
    return writeAt(part, keys, valueAt(record, keys));
  }, {});
  return { ...values, edits: Object.fromEntries(paths.map((path) => [path, member(edits, path) ?? null])) };
}

function editsOf(record: JsonObject): JsonObject {
  const edits = member(record, 'edits');
  return isObject(edits) ? edits : {};
}
