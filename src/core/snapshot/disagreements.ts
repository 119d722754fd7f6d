import type { Change } from '../document/change';
import { effectiveStamp, valueAt } from '../document/change';
import type { LoggedDisagreement } from '../document/disagreementLog';
import type { GoalDocument } from '../document/goalDocument';
import type { Json, JsonObject } from '../document/json';
import { canonicalJson, isObject, member, sameJson, textMember } from '../document/json';
import type { Claim } from '../document/merge';
import { splitPath } from '../document/registerPath';
import { recordState, stampWithin } from '../document/registerState';

/** A conflict that nobody has looked at yet: two people changed the same thing, or one edited what another deleted. */
export interface OpenDisagreement {
  /** Key that identifies the disagreement and is the same in every reading. */
  readonly key: string;
  /** Path of the file that it concerns, as the notes name it. */
  readonly file: string;
  readonly record: string;
  /** Title of the record as it is now, or its id if it has none. */
  readonly title: string;
  /** Register path; `deleted` for a goal that was deleted during an edit. */
  readonly path: string;
  /** The claim that is in the file. */
  readonly stands: Claim;
  /** Claim that could stand instead; for an edit of a deleted goal, only its stamp is known. */
  readonly lost: Claim;
  /** Merged commit behind each claim, if known. */
  readonly tips: { readonly stands?: string | undefined; readonly lost?: string | undefined };
}

/**
 * Returns the disagreements that are still open: notes whose winner is unchanged in the file, and goals that were edited after their
 * deletion.
 * @param file the document's path as the notes name it; notes about other files are ignored.
 */
export function openDisagreements(
  noted: readonly LoggedDisagreement[],
  file: string,
  document: GoalDocument,
): OpenDisagreement[] {
  const open = new Map<string, Found>();
  for (const entry of noted) {
    // A whole record, or a member of the file itself, has no register to set.
    if (entry.file !== file || entry.path === '' || entry.record === '') continue;
    const found = fromNote(entry);
    const record = document.records.get(found.record);
    if (isObject(record) && standsIn(record, found)) open.set(found.key, found);
  }
  const known = new Set([...open.values()].filter(({ path }) => path === 'deleted').map(({ record }) => record));
  for (const found of editedAfterDeletion(document)) if (!known.has(found.record)) open.set(found.key, found);
  return [...open.values()].map((found) => ({ ...found, file, title: titleOf(document, found.record) }));
}

type Found = Omit<OpenDisagreement, 'file' | 'title'>;

function titleOf({ records }: GoalDocument, id: string): string {
  return textMember(records.get(id), 'title') ?? id;
}

/** Tells whether the disagreement is about a goal that was deleted during an edit, rather than about two values. */
export function isDeletion({ path }: OpenDisagreement): boolean {
  return path === 'deleted';
}

/** Settles a disagreement by confirming the value that stands or replacing it. The new stamp settles it in every clone. */
export function settle({ record, path, stands, lost }: OpenDisagreement, choice: 'stands' | 'lost'): Change {
  const { value } = choice === 'stands' ? stands : lost;
  return { type: 'set', id: record, path, value, force: true };
}

function fromNote({ record, path, ours, theirs, winner, tips }: LoggedDisagreement): Found {
  const [stands, lost] = winner === 'ours' ? [ours, theirs] : [theirs, ours];
  const sides = winner === 'ours' ? [tips.ours, tips.theirs] : [tips.theirs, tips.ours];
  const key = [record, path, ...[stands, lost].map(claimText)].join('\n');
  return { key, record, path, stands, lost, tips: { stands: sides[0], lost: sides[1] } };
}

function standsIn(record: JsonObject, { path, stands }: Found): boolean {
  const value = valueAt(record, splitPath(path));
  // The stamps below an object belong to its members; then only the value can decide.
  return sameJson(value, stands.value) && (isObject(value) || effectiveStamp(record, path) === stands.stamp);
}

function editedAfterDeletion({ records }: GoalDocument): Found[] {
  return [...records].flatMap(([record, content]) => {
    if (!isObject(content) || member(content, 'deleted') !== true) return [];
    const deletion = { value: true, stamp: effectiveStamp(content, 'deleted') };
    const last = stampWithin(recordState(content));
    if (last === undefined || last <= (deletion.stamp ?? '')) return [];
    const lost = { value: false, stamp: last };
    const key = [record, 'deleted', claimText(deletion), claimText(lost)].join('\n');
    return [{ key, record, path: 'deleted', stands: deletion, lost, tips: {} }];
  });
}

function claimText({ value, stamp }: { value: Json | undefined; stamp: string | undefined }): string {
  return `${stamp ?? ''} ${value === undefined ? '' : canonicalJson(value)}`;
}
