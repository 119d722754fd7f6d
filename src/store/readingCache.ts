import type { FileReading } from '../core/document/fileReading';
import type { GoalDocument } from '../core/document/goalDocument';
import { KnownRecords } from '../core/document/knownRecords';
import { parseGoalFile } from '../core/document/parseGoalFile';

/** Parses and writes the bytes of one file and keeps the last result: mostly the same bytes are read again, or nearly the same. */
export class ReadingCache {
  private readonly known = new KnownRecords();
  private last: { readonly bytes: Buffer; readonly reading: FileReading } | undefined;

  parse(bytes: Buffer): FileReading {
    if (this.last?.bytes.equals(bytes)) return this.last.reading;
    const reading = this.parseNew(bytes);
    this.last = { bytes, reading };
    return reading;
  }

  /** For bytes that nobody has read before; `parse` goes on with what it knew. */
  parseNew(bytes: Buffer): FileReading {
    return parseGoalFile(bytes, { known: this.known });
  }

  /** The bytes of a document, as we write it. */
  format(document: GoalDocument): Buffer {
    return Buffer.from(this.known.format(document));
  }

  /** For bytes of which it is known that `format` gave them. */
  trust(bytes: Buffer): void {
    this.known.trust(bytes.toString());
  }

  /** For bytes whose reading is known already, because they were just written. */
  keep(bytes: Buffer, reading: FileReading): void {
    this.last = { bytes, reading };
  }
}
