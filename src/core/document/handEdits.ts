import type { GoalDocument } from './goalDocument';
import type { Json, JsonObject } from './json';
import { isObject, member, sameJson, withMember } from './json';
import { pathSegment } from './registerPath';
import type { RegisterState } from './registerState';
import { asStamp, canSpellPaths, childState, isLeaf, laterStamp, recordState, stampWithin } from './registerState';
import type { Stamp, Stamper } from './stamp';

/**
 * Stamps what somebody changed in a text editor and has not committed: values that differ from those of `head` under the same or
 * an older stamp. A record that has no creation stamp and is not in `head` gets one. Call it before a save, with the file as
 * read; a value that already has a newer stamp stays as it is.
 * @param head the document of the last commit; undefined if there is none
 */
export function stampHandEdits(head: GoalDocument | undefined, disk: GoalDocument, stamper: Stamper): GoalDocument {
  const stamped = new Map<string, Json>();
  for (const [id, record] of disk.records) {
    const before = head?.records.get(id);
    if (!isObject(record) || sameJson(before, record)) continue;
    const after = isObject(before) ? stampChanged(before, record, stamper) : stampNew(record, stamper);
    if (after !== record) stamped.set(id, after);
  }
  return stamped.size === 0 ? disk : { ...disk, records: new Map([...disk.records, ...stamped]) };
}

function stampNew(record: JsonObject, stamper: Stamper): JsonObject {
  return asStamp(member(record, 'created')) ? record : withMember(record, 'created', stamper.next());
}

function stampChanged(before: JsonObject, record: JsonObject, stamper: Stamper): JsonObject {
  // Stamps are kept by path: if the paths are too long to write out, nobody edited the record by hand.
  if (!canSpellPaths(before) || !canSpellPaths(record)) return record;
  const entries = unstamped(undefined, recordState(before), recordState(record)).map(
    ({ path, overwritten }): [string, Stamp] => [path, stamper.next([overwritten])],
  );
  if (entries.length === 0) return record;
  const edits = member(record, 'edits');
  return withMember(record, 'edits', { ...(isObject(edits) ? edits : {}), ...Object.fromEntries(entries) });
}

interface Unstamped {
  readonly path: string;
  readonly overwritten: Stamp | undefined;
}

/** Returns the registers that differ without a newer stamp; `path` is undefined for the record itself. */
function unstamped(path: string | undefined, head: RegisterState, disk: RegisterState): Unstamped[] {
  if (path !== undefined && (isLeaf(head.value) || isLeaf(disk.value))) {
    const [old, now] = [stampWithin(head), stampWithin(disk)];
    if (sameJson(head.value, disk.value) || (now ?? '') > (old ?? '')) return [];
    return leafPaths(path, disk.value).map((leaf) => ({ path: leaf, overwritten: laterStamp(old, now) }));
  }
  const keys = [head.value, disk.value].flatMap((value) => (isObject(value) ? Object.keys(value) : []));
  return [...new Set(keys)].flatMap((key) =>
    unstamped(childPath(path, key), childState(head, key), childState(disk, key)),
  );
}

function leafPaths(path: string, value: Json | undefined): string[] {
  const keys = isObject(value) ? Object.keys(value) : [];
  if (!isObject(value) || keys.length === 0) return [path];
  return keys.flatMap((key) => leafPaths(childPath(path, key), member(value, key)));
}

function childPath(path: string | undefined, key: string): string {
  return path === undefined ? pathSegment(key) : `${path}/${pathSegment(key)}`;
}
