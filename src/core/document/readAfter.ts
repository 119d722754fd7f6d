import { isDeeper, MAX_DEPTH } from './depth';
import type { GoalDocument } from './goalDocument';
import type { Json, JsonObject } from './json';
import { member } from './json';
import type { RecordPiece } from './recordPiece';
import { BEGIN, BETWEEN, END, pieceAt, pieceText, startAfter } from './recordPiece';
import { byPlace, isSpacer } from './spacers';

/** A text with the document that `formatDocument` writes so. */
export interface KnownText {
  readonly text: string;
  readonly document: GoalDocument;
}

/** The file's own object and that of the records. */
const LEVELS_ABOVE = 2;

/**
 * Reads a text by what is different in a known one: only these records are parsed, and all others are the same objects.
 * @returns undefined unless the text is exactly what `formatDocument` writes of the result, and so loses nothing when it is
 * written again; or where the difference is not one of records.
 */
export function readAfter(known: KnownText, text: string): GoalDocument | undefined {
  if (!isPlain(known.document)) return undefined;
  const records = new Map(known.document.records);
  const begin = known.text.indexOf(BEGIN) + BEGIN.length;
  let [here, there] = [begin, begin];
  if (text.slice(0, begin) !== known.text.slice(0, begin)) return undefined;
  const [pieceNow, pieceBefore] = [pieceFinder(text), pieceFinder(known.text)];
  for (;;) {
    const same = commonLength(text, here, known.text, there);
    if (here + same === text.length && there + same === known.text.length) return { ...known.document, records };
    const whole = Math.max(0, text.lastIndexOf(BETWEEN, here + same - BETWEEN.length) + BETWEEN.length - here);
    const [now, before] = [pieceNow(here + whole), pieceBefore(there + whole)];
    if (!now || !before) return undefined;
    const order = byPlace(now.key, before.key);
    if (!(order > 0 ? remove(before, records) : put(now, text, records))) return undefined;
    const next = order > 0 ? now.start : startAfter(text, now);
    const nextBefore = order < 0 ? before.start : startAfter(known.text, before);
    if (next === undefined || nextBefore === undefined) {
      const isEnd = next === nextBefore && text.slice(now.end) === END && known.text.slice(before.end) === END;
      return isEnd ? { ...known.document, records } : undefined;
    }
    [here, there] = [next, nextBefore];
  }
}

/** Whether nothing stands behind the records, so that every piece is one of them. */
export function isPlain({ top }: GoalDocument): boolean {
  return Object.keys(top).length === 1 && member(top, 'version') !== undefined;
}

/** How many code units are the same in two texts from there on. */
function commonLength(a: string, from: number, b: string, start: number): number {
  const most = Math.min(a.length - from, b.length - start);
  let length = 0;
  // Compared by the engine, whole stretches at once.
  for (let size = 2 ** 16; size >= 1; size /= 2) {
    while (
      length + size <= most &&
      a.slice(from + length, from + length + size) === b.slice(start + length, start + length + size)
    ) {
      length += size;
    }
  }
  return length;
}

/** Finds pieces; one that was just found is not looked for again, since a long one may stay while many others are passed over. */
function pieceFinder(text: string): (start: number) => RecordPiece | undefined {
  let last: RecordPiece | undefined;
  return (start) => {
    if (last?.start !== start) last = pieceAt(text, start);
    return last;
  };
}

/** False for a spacer, which no text of ours lacks. */
function remove({ key }: RecordPiece, records: Map<string, Json>): boolean {
  return records.delete(key) && !isSpacer(key, 0);
}

/** False where we would not write it so, or not in this place. */
function put(piece: RecordPiece, text: string, records: Map<string, Json>): boolean {
  const written = text.slice(piece.start, piece.end);
  const record = recordIn(written);
  if (record === undefined || pieceText(piece.key, record) !== written || !isInOrder(piece, text)) return false;
  if (isSpacer(piece.key, record)) records.delete(piece.key);
  else records.set(piece.key, record);
  return true;
}

function recordIn(piece: string): Json | undefined {
  try {
    const [record] = Object.values(JSON.parse(`{"${piece}}`) as JsonObject);
    return record === undefined || isDeeper(record, MAX_DEPTH - LEVELS_ABOVE) ? undefined : record;
  } catch {
    return undefined;
  }
}

function isInOrder(piece: RecordPiece, text: string): boolean {
  const above = text.lastIndexOf(BETWEEN, piece.start - BETWEEN.length - 1);
  const before = pieceAt(text, above === -1 ? text.indexOf(BEGIN) + BEGIN.length : above + BETWEEN.length);
  const next = startAfter(text, piece);
  const after = next === undefined ? undefined : pieceAt(text, next);
  const isBehind = before !== undefined && (before.start === piece.start || byPlace(before.key, piece.key) < 0);
  return isBehind && (next === undefined || (after !== undefined && byPlace(piece.key, after.key) < 0));
}
