import type { FileReading } from '../core/document/fileReading';
import { KnownRecords } from '../core/document/knownRecords';
import { parseGoalFile } from '../core/document/parseGoalFile';

/** Parses the bytes of one file and keeps the last result: most readings find the same bytes as the one before. */
export class ReadingCache {
  /** Pays from the second save on: a program that saves once has none. */
  private known: KnownRecords | undefined;
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

  /** For bytes whose reading is known already, because they were just written. */
  keep(bytes: Buffer, reading: FileReading): void {
    this.last = { bytes, reading };
    this.known ??= new KnownRecords();
  }
}
