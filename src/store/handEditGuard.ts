import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FORMAT } from '../core/document/formatDocument';
import type { GoalDocument } from '../core/document/goalDocument';
import { stampHandEdits } from '../core/document/handEdits';
import { parseGoalFile } from '../core/document/parseGoalFile';
import type { Stamper } from '../core/document/stamp';
import { readOwnText } from './readRegularFile';

/** Finds what a person edited in a text editor, so that the next save gives it the stamps that a merge goes by. */
export interface HandEditGuard {
  /** Whether these bytes are the ones written last, and so hold no edit of another hand: as we format them, or as they were given. */
  writtenLast(bytes: Uint8Array): Promise<'formatted' | 'given' | undefined>;
  /** The document that was read from bytes that are not, with stamps for such edits. */
  stamped(document: GoalDocument, bytes: Uint8Array): Promise<GoalDocument>;
  /** To be told after every write of ours. */
  wrote(bytes: Uint8Array, how: 'formatted' | 'given'): Promise<void>;
}

export interface HandEditOptions {
  /** Keeps the hash of the bytes written last, and in which format; it may be lost at any time, which costs one question to git. */
  readonly memory: string;
  /** The bytes of the last commit; undefined where it has no such file. */
  readonly committed: () => Promise<Uint8Array | undefined>;
  readonly stamper: Stamper;
}

export function createHandEditGuard({ memory, committed, stamper }: HandEditOptions): HandEditGuard {
  const hashOf = rememberingHash();
  return {
    async writtenLast(bytes) {
      const [hash, format] = ((await readOwnText(memory).catch(() => '')) ?? '').split(' ');
      if (hash !== hashOf(bytes)) return undefined;
      return format === String(FORMAT) ? 'formatted' : 'given';
    },
    async stamped(document, bytes) {
      const head = await committed();
      if (head && Buffer.from(head).equals(bytes)) return document;
      const reading = head && parseGoalFile(head);
      return stampHandEdits(reading && 'document' in reading ? reading.document : undefined, document, stamper);
    },
    async wrote(bytes, how) {
      const known = how === 'formatted' ? `${hashOf(bytes)} ${FORMAT}` : hashOf(bytes);
      // Where nothing can be kept, git is asked each time.
      await mkdir(path.dirname(memory), { recursive: true })
        .then(() => writeFile(memory, known))
        .catch(() => undefined);
    },
  };
}

/** What was written last is what is read next: comparing costs less than hashing. */
function rememberingHash(): (bytes: Uint8Array) => string {
  const last = { bytes: Buffer.alloc(0), hash: '' };
  return (bytes) => {
    if (last.hash === '' || !last.bytes.equals(bytes)) {
      last.bytes = Buffer.from(bytes);
      last.hash = createHash('sha256').update(bytes).digest('hex');
    }
    return last.hash;
  };
}
