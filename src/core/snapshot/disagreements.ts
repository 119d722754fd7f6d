import type { Change } from '../document/change';
import { effectiveStamp, valueAt } from '../document/change';
import type { LoggedDisagreement } from '../document/disagreementLog';
import type { GoalDocument } from '../document/goalDocument';
import type { Json, JsonObject } from '../document/json';
import { canonicalJson, isObject, member, sameJson, textMember } from '../document/json';
import type { Claim } from '../document/merge';
import { splitPath } from '../document/registerPath';
import { recordState, stampWithin } from '../document/registerState';

/** Something that two people changed at the same time, or that one deleted while another edited it; nobody has looked at it yet. */
export interface OpenDisagreement {
  /** Tells it from others, the same in every reading. */
  readonly key: string;
  /** The file it is about, as the notes name it. */
  readonly file: string;
  readonly record: string;
  /** Of the record as it stands; its id where it has none. */
  readonly title: string;
  /** Register path; `deleted` for a goal that was deleted while edited. */
  readonly path: string;
  /** What stands in the file. */
  readonly stands: Claim;
  /** What it could be instead; undefined where only the stamps tell of a later edit. */
  readonly lost: Claim;
  /** The commits that were merged, where known, of either claim. */
  readonly tips: { readonly stands?: string | undefined; readonly lost?: string | undefined };
}

/**
 * What is still open: noted ones whose winner stands in the file unchanged, and goals whose deletion is older than an edit.
 * @param file the document's path as the notes name it; notes of other files are passed over.
 */
export function openDisagreements(
  noted: readonly LoggedDisagreement[],
  file: string,
  document: GoalDocument,
): OpenDisagreement[] {
  const open = new Map<string, Found>();
  for (const entry of noted) {
    // The whole record, or a member of the file itself, has no register to set.
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

/** A goal that was deleted while somebody edited it, not two values. */
export function isDeletion({ path }: OpenDisagreement): boolean {
  return path === 'deleted';
}

/** One click: the value that stands is confirmed, or the other takes its place. Stamped anew, so that it is settled in every clone. */
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
  // The stamps below an object are its own; then the value alone must tell.
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
