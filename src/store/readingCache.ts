import type { FileReading } from '../core/document/fileReading';
import { parseGoalFile } from '../core/document/parseGoalFile';

/** Parses the bytes of one file and keeps the last result: most readings find the same bytes as the one before. */
export class ReadingCache {
  private last: { readonly bytes: Buffer; readonly reading: FileReading } | undefined;

  parse(bytes: Buffer): FileReading {
    if (this.last?.bytes.equals(bytes)) return this.last.reading;
    const reading = parseGoalFile(bytes);
    this.last = { bytes, reading };
    return reading;
  }

  /** For bytes whose reading is known already, because they were just written. */
  keep(bytes: Buffer, reading: FileReading): void {
    this.last = { bytes, reading };
  }
}
