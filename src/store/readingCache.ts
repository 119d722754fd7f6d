import type { FileReading } from '../core/document/fileReading';
import type { GoalDocument } from '../core/document/goalDocument';
import { KnownRecords } from '../core/document/knownRecords';
import { parseGoalFile } from '../core/document/parseGoalFile';

/** Parser and writer of one file's bytes that keeps the last result: mostly the same bytes are read again, or nearly the same. */
export class ReadingCache {
  private readonly known = new KnownRecords();
  private last: { readonly bytes: Buffer; readonly reading: FileReading } | undefined;

  parse(bytes: Buffer): FileReading {
    if (this.last?.bytes.equals(bytes)) return this.last.reading;
    const reading = this.parseNew(bytes);
    this.last = { bytes, reading };
    return reading;
  }

  /** Parses bytes that nobody has read before; `parse` keeps its last result. */
  parseNew(bytes: Buffer): FileReading {
    return parseGoalFile(bytes, { known: this.known });
  }

  /** Returns the bytes of a document, as we write it. */
  format(document: GoalDocument): Buffer {
    return Buffer.from(this.known.format(document));
  }

  /** Registers bytes that are known to come from `format`. */
  trust(bytes: Buffer): void {
    this.known.trust(bytes.toString());
  }

  /** Stores the known reading of bytes that were just written. */
  keep(bytes: Buffer, reading: FileReading): void {
    this.last = { bytes, reading };
  }
}
