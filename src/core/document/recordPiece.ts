import type { Json } from './json';
import { recordText } from './recordText';
import { writeString } from './writeValue';

/** What stands in a text as we write it before each record, the first one, between two, and behind the last one where no other member follows. */
export const LINE = '\n    "';
export const BEGIN = `\n  "records": {${LINE}`;
export const BETWEEN = `,${LINE}`;
export const END = '\n  }\n}\n';

const KEY = /((?:[^"\\]|\\.)*)": /y;
const BEHIND = /,\n {4}"|\n {2}\}/g;

/** A record with its key, less the quote before it, in a text as we write it. */
export interface RecordPiece {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The piece that starts there; undefined where the text is not laid out as we write it. */
export function pieceAt(text: string, start: number): RecordPiece | undefined {
  KEY.lastIndex = start;
  const written = KEY.exec(text)?.[1];
  BEHIND.lastIndex = start;
  const end = BEHIND.exec(text)?.index;
  if (written === undefined || end === undefined) return undefined;
  return { key: written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written, start, end };
}

/** Where the next piece starts; undefined behind the last one. */
export function startAfter(text: string, { end }: RecordPiece): number | undefined {
  return text.startsWith(BETWEEN, end) ? end + BETWEEN.length : undefined;
}

/** The text of a piece. */
export function pieceText(key: string, record: Json): string {
  return `${keyText(key)}${recordText(record)}`;
}

export function keyText(key: string): string {
  return `${writeString(key).slice(1)}: `;
}
