import type { GoalDocument } from './goalDocument';
import type { Json, JsonObject } from './json';
import { isObject, member, sameJson } from './json';
import type { Disagreement } from './merge';
import { recordState, stampWithin } from './registerState';

/**
 * Returns the records that one side deleted while the other went on editing them: the deletion wins, and people are told. Each is
 * reported as a disagreement about the register `deleted`.
 */
export function findDeletedWhileEdited(
  base: GoalDocument | undefined,
  ours: GoalDocument,
  theirs: GoalDocument,
): Disagreement[] {
  const found: Disagreement[] = [];
  for (const [id, our] of ours.records) {
    const their = theirs.records.get(id);
    if (!isObject(our) || !isObject(their) || isDeleted(our) === isDeleted(their)) continue;
    const before = base?.records.get(id);
    const [deleted, edited] = isDeleted(our) ? [our, their] : [their, our];
    // A side that set `deleted` itself disagrees in the ordinary way, or undid a deletion that the other side merely still has.
    if (!wasEdited(before, edited) || member(edited, 'deleted') !== undefined) continue;
    const deletion = { value: true, stamp: deletionStamp(deleted) };
    const edit = { value: false, stamp: stampWithin(recordState(edited)) };
    const claims = deleted === our ? { ours: deletion, theirs: edit } : { ours: edit, theirs: deletion };
    found.push({ record: id, path: 'deleted', ...claims, winner: deleted === our ? 'ours' : 'theirs' });
  }
  return found;
}

/** Tells whether a side edited the record. Without a base, only the stamps show that. */
function wasEdited(before: Json | undefined, record: JsonObject): boolean {
  return before === undefined ? isObject(member(record, 'edits')) : !sameJson(before, record);
}

function isDeleted(record: JsonObject): boolean {
  return member(record, 'deleted') === true;
}

function deletionStamp(record: JsonObject): string | undefined {
  const state = recordState(record);
  return stampWithin({ value: true, stamps: state.stamps?.children.get('deleted'), created: state.created });
}
