import { formatDocument } from './formatDocument';
import type { GoalDocument } from './goalDocument';
import type { Json } from './json';
import { sameJson } from './json';
import type { KnownText } from './readAfter';
import { isPlain } from './readAfter';
import type { RecordPiece } from './recordPiece';
import { BETWEEN, keyText, LINE, pieceAt, pieceText, startAfter } from './recordPiece';
import { byPosition, isSpacer, SPACER_VALUE, SPACERS } from './spacers';

/** Most changes to splice in: with more, writing the whole text is faster. */
const MOST_CHANGES = 50;

/** Returns what `formatDocument` would, but starts from the text of a document with mostly the same records (the same objects). */
export function formatAfter(known: KnownText, document: GoalDocument): string {
  const isAlike = isPlain(known.document) && sameJson(known.document.top, document.top);
  const changed = isAlike ? changedKeys(known.document.records, document.records) : undefined;
  const isSmall = changed !== undefined && changed.length <= MOST_CHANGES;
  return (isSmall ? spliced(known, document, changed) : undefined) ?? formatDocument(document);
}

/** Returns the keys of changed records in the order of the file. */
function changedKeys(before: ReadonlyMap<string, Json>, after: ReadonlyMap<string, Json>): string[] {
  const changed: string[] = [];
  for (const [key, record] of after) if (before.get(key) !== record) changed.push(key);
  for (const key of before.keys()) if (!after.has(key)) changed.push(key);
  return changed.sort(byPosition);
}

/** Splices the changes into the text; returns undefined if one is before the first spacer or after the last one. */
function spliced(
  { text, document }: KnownText,
  { records }: GoalDocument,
  changed: readonly string[],
): string | undefined {
  const parts: string[] = [];
  let copied = 0;
  for (const key of changed) {
    const edit =
      document.records.has(key) || isSpacer(key, SPACER_VALUE)
        ? replacement(text, key, records.get(key))
        : insertion(text, key, records.get(key) ?? null);
    if (!edit) return undefined;
    parts.push(text.slice(copied, edit.start), edit.text);
    copied = edit.end;
  }
  return [...parts, text.slice(copied)].join('');
}

interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Returns the edit for a key in the text. Without a record, it removes the key, or restores the spacer if it is a spacer's key. */
function replacement(text: string, key: string, record: Json | undefined): TextEdit | undefined {
  const piece = pieceOf(text, key);
  if (!piece) return undefined;
  const written = record === undefined && isSpacer(key, SPACER_VALUE) ? SPACER_VALUE : record;
  if (written !== undefined) return { ...piece, text: pieceText(key, written) };
  const end = startAfter(text, piece);
  return end === undefined ? undefined : { start: piece.start, end, text: '' };
}

function insertion(text: string, key: string, record: Json): TextEdit | undefined {
  const spacer = SPACERS.findLast((each) => byPosition(each, key) < 0);
  let piece = spacer === undefined ? undefined : pieceOf(text, spacer);
  while (piece && byPosition(piece.key, key) < 0) {
    const start = startAfter(text, piece);
    piece = start === undefined ? undefined : pieceAt(text, start);
  }
  return piece && { start: piece.start, end: piece.start, text: `${pieceText(key, record)}${BETWEEN}` };
}

function pieceOf(text: string, key: string): RecordPiece | undefined {
  const line = `${LINE}${keyText(key)}`;
  const at = text.indexOf(line);
  return at === -1 ? undefined : pieceAt(text, at + LINE.length);
}
