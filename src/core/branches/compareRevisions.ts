import { DAY } from '../ports/ports';
import type { GoalDocument } from '../document/goalDocument';
import type { Json } from '../document/json';
import { isObject, member, sameJson } from '../document/json';
import { mergeDocuments } from '../document/merge';
import type { Problem } from '../document/problem';
import { pathSegment } from '../document/registerPath';
import type { RegisterState } from '../document/registerState';
import {
  asStamp,
  canSpellPaths,
  childState,
  isLeaf,
  laterStamp,
  recordState,
  stampWithin,
} from '../document/registerState';
import type { Stamp } from '../document/stamp';
import { parseStamp } from '../document/stamp';

/** The shared file and its archive as one: a record may have moved from one to the other. */
export function withArchive(goals: GoalDocument, archive: GoalDocument): GoalDocument {
  return mergeDocuments(undefined, goals, archive).document;
}

/**
 * What went wrong between two documents of which the later one grew from the earlier one: records that are gone without a
 * tombstone, values that went back behind a later edit, and values that are gone though no edit took them away.
 * @param name of the earlier one, for the messages, e.g. an abbreviated commit.
 */
export function compareRevisions(before: GoalDocument, now: GoalDocument, name: string): Problem[] {
  const emptied = [...now.records].flatMap(([id, record]) =>
    isObject(before.records.get(id)) && !isObject(record) ? [id] : [],
  );
  const lost = [...missingRecords(before, now), ...emptied].map((record): Problem => {
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
  const [earlier, present] = [recordState(before), recordState(now)];
  // A later creation would pass for an edit of everything; no writer and no merge gives one.
  const created = earlierStamp(earlier.created, present.created);
  const isCoarse = !canSpellPaths(before) || !canSpellPaths(now);
  return changedRegisters('', earlier, { ...present, created }, { above: undefined, isCoarse }).map(
    ({ code, path }) => ({
      code,
      message: `${record}: "${path}" ${code === 'older-value' ? wentBack(name) : tookAway(name)}`,
      record,
      path,
    }),
  );
}

function wentBack(name: string): string {
  return `went back to an older value; a later edit, there at ${name}, was thrown away or reverted.`;
}

function tookAway(name: string): string {
  return `was there at ${name} and is gone; it was taken away without a stamp, so other clones do not know of it.`;
}

function earlierStamp(a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined {
  if (a === undefined || b === undefined) return b;
  return a < b ? a : b;
}

interface ChangedRegister {
  readonly code: 'older-value' | 'lost-value';
  readonly path: string;
}

interface Surroundings {
  /** The latest present stamp of what the register lies in: whoever removes an object need not name all of it. */
  readonly above: Stamp | undefined;
  /** True where every member of the record is one register. */
  readonly isCoarse: boolean;
}

/** The registers that differ, of which the present value has the older stamp, or is gone under no newer one. */
function changedRegisters(
  path: string,
  before: RegisterState,
  now: RegisterState,
  { above, isCoarse }: Surroundings,
): ChangedRegister[] {
  if (path !== '' && (isCoarse || isLeaf(before.value) || isLeaf(now.value))) {
    // A goal that is done as before may be done by an earlier claim, which somebody confirmed.
    if (sameJson(before.value, now.value) && path !== 'status') return [];
    const [earlier, present] = [stampWithin(before) ?? '', stampWithin(now) ?? ''];
    if (present < earlier) return [{ code: 'older-value', path }];
    const isGone = now.value === undefined || !holdsValue(now.value);
    return isGone && (laterStamp(above, present) ?? '') <= earlier ? [{ code: 'lost-value', path }] : [];
  }
  const over = laterStamp(above, asStamp(now.stamps?.entry));
  const keys = [before.value, now.value].flatMap((value) => (isObject(value) ? Object.keys(value) : []));
  return [...new Set(keys)].flatMap((key) =>
    changedRegisters(
      path === '' ? pathSegment(key) : `${path}/${pathSegment(key)}`,
      childState(before, key),
      childState(now, key),
      { above: over, isCoarse },
    ),
  );
}

/** Whether there is more than empty objects. */
function holdsValue(value: Json): boolean {
  return !isObject(value) || Object.values(value).some(holdsValue);
}
