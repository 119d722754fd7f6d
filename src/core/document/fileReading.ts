import type { GoalDocument } from './goalDocument';
import type { Problem } from './problem';

/** Result of reading a goals file; `text` is the content of the file on disk. */
export type FileReading =
  | { readonly state: 'absent' }
  | {
      readonly state: 'ok';
      readonly text: string;
      readonly document: GoalDocument;
      readonly problems: readonly Problem[];
    }
  /** Readable, but writing it back would lose something: a newer version, a duplicate key, a number too large. */
  | {
      readonly state: 'readOnly';
      readonly text: string;
      readonly document: GoalDocument;
      readonly problems: readonly Problem[];
    }
  /** Not usable: no JSON, merge markers, a wrong structure, or not a regular file. */
  | { readonly state: 'broken'; readonly text: string; readonly problems: readonly Problem[] };

/** Returns the document of a file that can be read, even if it must not be written. */
export function documentIn(reading: FileReading | undefined): GoalDocument | undefined {
  return reading !== undefined && 'document' in reading ? reading.document : undefined;
}

/** A failure to read or write, with a message for people; the cause goes to the log. */
export class GoalFileError extends Error {
  override readonly name = 'GoalFileError';
  constructor(
    readonly code: GoalFileErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

export type GoalFileErrorCode =
  | 'not-a-file'
  | 'outside'
  | 'read-only'
  | 'broken'
  | 'locked'
  | 'no-space'
  | 'denied'
  | 'io'
  | 'busy'
  | 'dirty'
  | 'record-gone'
  | 'unmerged'
  | 'staged'
  | 'cannot-park'
  | 'no-folder'
  | 'untrusted';
