import { isDeeper, MAX_DEPTH } from './depth';
import type { GoalDocument } from './goalDocument';
import type { Json, JsonObject } from './json';
import { member } from './json';
import type { RecordPiece } from './recordPiece';
import { BEGIN, BETWEEN, END, pieceAt, pieceText, startAfter } from './recordPiece';
import { byPosition, isSpacer } from './spacers';

/** A document with the text that `formatDocument` writes for it. */
export interface KnownText {
  readonly text: string;
  readonly document: GoalDocument;
}

/** Levels above a record: the object of the file and that of the records. */
const LEVELS_ABOVE = 2;

/**
 * Reads a text by its differences from a known one: parses only the changed records and keeps the objects of all others.
 * @returns undefined unless the text is exactly what `formatDocument` writes for the result, so that writing it again loses
 * nothing; also if the difference is not in the records.
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
    const order = byPosition(now.key, before.key);
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

/** Tells whether no member follows the records, so that every piece is a record. */
export function isPlain({ top }: GoalDocument): boolean {
  return Object.keys(top).length === 1 && member(top, 'version') !== undefined;
}

/** Returns the number of code units that are the same in two texts from those positions on. */
function commonLength(a: string, from: number, b: string, start: number): number {
  const most = Math.min(a.length - from, b.length - start);
  let length = 0;
  // The engine compares whole stretches at once.
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

/** Returns a function that finds pieces and remembers the last one: a long piece may stay while many others are skipped. */
function pieceFinder(text: string): (start: number) => RecordPiece | undefined {
  let last: RecordPiece | undefined;
  return (start) => {
    if (last?.start !== start) last = pieceAt(text, start);
    return last;
  };
}

/** Removes a record; returns false for a spacer, which no text of ours lacks. */
function remove({ key }: RecordPiece, records: Map<string, Json>): boolean {
  return records.delete(key) && !isSpacer(key, 0);
}

/** Adds or replaces a record; returns false if we would write it differently or in another place. */
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
  const isBehind = before !== undefined && (before.start === piece.start || byPosition(before.key, piece.key) < 0);
  return isBehind && (next === undefined || (after !== undefined && byPosition(piece.key, after.key) < 0));
}
