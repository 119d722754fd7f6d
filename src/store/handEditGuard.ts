import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FORMAT } from '../core/document/formatDocument';
import type { GoalDocument } from '../core/document/goalDocument';
import { stampHandEdits } from '../core/document/handEdits';
import { parseGoalFile } from '../core/document/parseGoalFile';
import type { Stamper } from '../core/document/stamp';
import { readOwnText } from './readRegularFile';

/** Detector of a person's edits in a text editor; the next save then adds the stamps that a merge relies on. */
export interface HandEditGuard {
  /** Tells whether these bytes were written last, without foreign edits: as we format them, or as they were given; undefined if not. */
  writtenLast(bytes: Uint8Array): Promise<'formatted' | 'given' | undefined>;
  /** Adds stamps for such edits to a document that was read from other bytes. */
  stamped(document: GoalDocument, bytes: Uint8Array): Promise<GoalDocument>;
  /** Takes note of a write of ours; call it after each one. */
  wrote(bytes: Uint8Array, how: 'formatted' | 'given'): Promise<void>;
}

export interface HandEditOptions {
  /** File with the hash and format of the bytes written last; it may get lost at any time, which costs one question to git. */
  readonly memory: string;
  /** Reads the bytes of the last commit; undefined if it has no such file. */
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
      // If nothing can be stored, git is asked each time.
      await mkdir(path.dirname(memory), { recursive: true })
        .then(() => writeFile(memory, known))
        .catch(() => undefined);
    },
  };
}

/** Returns a hash function that remembers its last result: the bytes written last are read next, and comparing is cheaper than hashing. */
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
