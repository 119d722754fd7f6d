import { DAY } from '../day';
import type { GoalDocument } from '../document/goalDocument';
import type { Json } from '../document/json';
import { isObject, member, sameJson } from '../document/json';
import { mergeDocuments } from '../document/merge';
import type { Problem } from '../document/problem';
import { pathSegment } from '../document/registerPath';
import type { RegisterState } from '../document/registerState';
import { childState, isLeaf, recordState, stampWithin } from '../document/registerState';
import { parseStamp } from '../document/stamp';

/** The shared file and its archive as one: a record may have moved from one to the other. */
export function withArchive(goals: GoalDocument, archive: GoalDocument): GoalDocument {
  return mergeDocuments(undefined, goals, archive).document;
}

/**
 * What went wrong between two documents of which the later one grew from the earlier one: records that are gone without a
 * tombstone, and values that went back behind a later edit.
 * @param name of the earlier one, for the messages, e.g. an abbreviated commit.
 */
export function compareRevisions(before: GoalDocument, now: GoalDocument, name: string): Problem[] {
  const lost = missingRecords(before, now).map((record): Problem => {
    const message = `${record} was there at ${name} and is gone; it was neither deleted nor archived.`;
    return { code: 'lost-record', message, record, line: 1, column: 1 };
  });
  return [...lost, ...[...now.records].flatMap(([id, record]) => thrownAway(id, before.records.get(id), record, name))];
}

/** Ids of the records that only the other document has. */
export function missingRecords(other: GoalDocument, here: GoalDocument): string[] {
  return [...other.records.keys()].filter((id) => !here.records.has(id));
}

/** Stamps more than a day ahead: until that day they win over every later edit of a clone that has not seen them. */
export function futureStamps({ records }: GoalDocument, now: number): Problem[] {
  return [...records].flatMap(([record, value]) => {
    if (!isObject(value)) return [];
    const edits = member(value, 'edits');
    const stamps: [string, Json | undefined][] = [['created', member(value, 'created')]];
    for (const [key, stamp] of Object.entries(isObject(edits) ? edits : {})) {
      stamps.push([`edits/${pathSegment(key)}`, stamp]);
    }
    return stamps.flatMap(([path, stamp]): Problem[] => {
      const { millis } = parseStamp(stamp) ?? { millis: now };
      if (millis <= now + DAY) return [];
      const date = new Date(millis).toISOString();
      const message = `${record}: "${path}" is stamped ${date}, which is more than a day ahead; a clock was wrong.`;
      return [{ code: 'future-stamp', message, record, path }];
    });
  });
}

function thrownAway(record: string, before: Json | undefined, now: Json, name: string): Problem[] {
  if (!isObject(before) || !isObject(now)) return [];
  return olderRegisters('', recordState(before), recordState(now)).map((path) => ({
    code: 'older-value',
    message: `${record}: "${path}" went back to an older value; a later edit, there at ${name}, was thrown away or reverted.`,
    record,
    path,
  }));
}

/** Paths of the registers that differ, of which the present value has the older stamp. */
function olderRegisters(path: string, before: RegisterState, now: RegisterState): string[] {
  if (path !== '' && (isLeaf(before.value) || isLeaf(now.value))) {
    const isOlder = (stampWithin(now) ?? '') < (stampWithin(before) ?? '');
    return isOlder && !sameJson(before.value, now.value) ? [path] : [];
  }
  const keys = [before.value, now.value].flatMap((value) => (isObject(value) ? Object.keys(value) : []));
  return [...new Set(keys)].flatMap((key) =>
    olderRegisters(
      path === '' ? pathSegment(key) : `${path}/${pathSegment(key)}`,
      childState(before, key),
      childState(now, key),
    ),
  );
}
