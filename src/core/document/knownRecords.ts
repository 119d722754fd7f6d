import { isDeeper, MAX_DEPTH } from './depth';
import { formatDocument } from './formatDocument';
import type { GoalDocument } from './goalDocument';
import type { Json, JsonObject } from './json';
import { withoutMember } from './json';
import { isSpacer } from './spacers';

const BEGIN = '\n  "records": {\n    "';
const BETWEEN = ',\n    "';
const END = '\n  }';
const WITHOUT_RECORDS = '\n  "records": {}';
/** The file's own object and that of the records. */
const LEVELS_ABOVE = 2;

/**
 * Reads files as we write them record by record and keeps the records of the last one: the next reading parses only what has changed,
 * and a record that has not is the same object.
 */
export class KnownRecords {
  /** By the text from the key on, less its first quote. */
  #known: ReadonlyMap<string, readonly [id: string, record: Json]> = new Map();

  /** Undefined unless the text is exactly what `formatDocument` writes of the result: then nothing in it is lost by writing it again. */
  read(text: string): GoalDocument | undefined {
    const begin = text.indexOf(BEGIN);
    const end = text.indexOf(END, begin + BEGIN.length);
    if (begin === -1 || end === -1) return undefined;
    const pieces = text.slice(begin + BEGIN.length, end).split(BETWEEN);
    try {
      const known = new Map(pieces.map((piece) => [piece, this.#known.get(piece) ?? readPiece(piece)]));
      const rest = JSON.parse(`${text.slice(0, begin)}${WITHOUT_RECORDS}${text.slice(end + END.length)}`) as JsonObject;
      if (isDeeper(rest, MAX_DEPTH)) return undefined;
      const document = {
        top: withoutMember(rest, 'records'),
        records: new Map([...known.values()].filter(([id, record]) => !isSpacer(id, record))),
      };
      if (formatDocument(document) !== text) return undefined;
      this.#known = known;
      return document;
    } catch {
      return undefined;
    }
  }
}

/** @throws where the piece is no single record that may stand there. */
function readPiece(piece: string): readonly [string, Json] {
  const [entry, ...more] = Object.entries(JSON.parse(`{"${piece}}`) as JsonObject);
  if (!entry || more.length > 0 || isDeeper(entry[1], MAX_DEPTH - LEVELS_ABOVE)) throw new SyntaxError('not ours');
  return entry;
}
