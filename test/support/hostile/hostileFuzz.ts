import assert from 'node:assert/strict';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { mergeEverything, readEverything, snapshotOf } from './everyReading';
import { REPORTS } from './everyReport';
import { hostileFile } from './hostileFile';
import { seededChoices } from '../merge/seededChoices';

/** Seconds of CPU that anything may take for one file: what takes longer hangs. */
const LIMIT = 2;

export interface FuzzCounts {
  readonly files: number;
  readonly readable: number;
  readonly bytes: number;
  /** What took longest, in seconds of CPU, and of which seed. */
  readonly longest: { readonly seconds: number; readonly what: string; readonly seed: number };
}

/** Does everything with hostile files, one for each seed from the first on. @throws with the seed where something throws. */
export function fuzzHostileFiles(first: number, count: number, isTimed: boolean): FuzzCounts {
  let [readable, bytes] = [0, 0];
  let longest = { seconds: 0, what: '', seed: first };
  for (let seed = first; seed < first + count; seed += 1) {
    const file = hostileFile(seededChoices(seed));
    bytes += file.length;
    const timed = <T>(what: string, work: () => T): T => {
      const begin = process.cpuUsage();
      const result = attempt(`${what} of the file of seed ${seed}`, work);
      const { user, system } = process.cpuUsage(begin);
      const seconds = (user + system) / 1e6;
      if (seconds > longest.seconds) longest = { seconds, what, seed };
      return result;
    };
    const document = timed('reading', () => readEverything(file));
    if (document) {
      readable += 1;
      useDocument(document, timed);
    }
  }
  if (isTimed) assert.ok(longest.seconds < LIMIT, JSON.stringify(longest));
  return { files: count, readable, bytes, longest };
}

function useDocument(document: GoalDocument, timed: <T>(what: string, work: () => T) => T): void {
  timed('merging', () => {
    mergeEverything(document);
  });
  for (const scope of ['team', 'personal'] as const) {
    const { snapshot, commits } = timed(`the snapshot (${scope})`, () => snapshotOf(document, scope));
    for (const [name, report] of Object.entries(REPORTS)) timed(`${name} (${scope})`, () => report(snapshot, commits));
  }
}

function attempt<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Error(`${what}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`, { cause });
  }
}
