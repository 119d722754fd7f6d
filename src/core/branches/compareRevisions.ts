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

/** Merges the shared file and its archive into one, because a record may have moved between them. */
export function withArchive(goals: GoalDocument, archive: GoalDocument): GoalDocument {
  return mergeDocuments(undefined, goals, archive).document;
}

/**
 * Returns the problems between two documents, the later of which grew from the earlier one: records that vanished without a tombstone,
 * values that went back behind a later edit, and values that vanished although no edit removed them.
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

/** Returns the ids of the records that only the other document has. */
export function missingRecords(other: GoalDocument, here: GoalDocument): string[] {
  return [...other.records.keys()].filter((id) => !here.records.has(id));
}

/** Reports stamps more than a day ahead: until that day, they win over every later edit by a clone that has not seen them. */
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
  // A later creation stamp would look like an edit of everything; no writer and no merge produces one.
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
  /** Latest present stamp of the objects around the register: whoever removes an object need not name all of it. */
  readonly above: Stamp | undefined;
  /** True if each member of the record is a single register. */
  readonly isCoarse: boolean;
}

/** Returns the registers that differ and whose present value has an older stamp, or is gone without a newer one. */
function changedRegisters(
  path: string,
  before: RegisterState,
  now: RegisterState,
  { above, isCoarse }: Surroundings,
): ChangedRegister[] {
  if (path !== '' && (isCoarse || isLeaf(before.value) || isLeaf(now.value))) {
    // An unchanged `done` may rest on an earlier claim that somebody confirmed.
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

/** Tells whether there is more than empty objects. */
function holdsValue(value: Json): boolean {
  return !isObject(value) || Object.values(value).some(holdsValue);
}
