import type { Json } from './json';
import { recordText } from './recordText';
import { writeString } from './writeValue';

/** Our layout before a record, before the first, between two, and after the last if no other member follows. */
export const LINE = '\n    "';
export const BEGIN = `\n  "records": {${LINE}`;
export const BETWEEN = `,${LINE}`;
export const END = '\n  }\n}\n';

const KEY = /((?:[^"\\]|\\.)*)": /y;
const BEHIND = /,\n {4}"|\n {2}\}/g;

/** A record with its key in a text of our layout, without the quote before the key. */
export interface RecordPiece {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the piece that starts there; undefined if the text is not in our layout. */
export function pieceAt(text: string, start: number): RecordPiece | undefined {
  KEY.lastIndex = start;
  const written = KEY.exec(text)?.[1];
  BEHIND.lastIndex = start;
  const end = BEHIND.exec(text)?.index;
  if (written === undefined || end === undefined) return undefined;
  return { key: written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written, start, end };
}

/** Returns the start of the next piece; undefined after the last one. */
export function startAfter(text: string, { end }: RecordPiece): number | undefined {
  return text.startsWith(BETWEEN, end) ? end + BETWEEN.length : undefined;
}

export function pieceText(key: string, record: Json): string {
  return `${keyText(key)}${recordText(record)}`;
}

export function keyText(key: string): string {
  return `${writeString(key).slice(1)}: `;
}
