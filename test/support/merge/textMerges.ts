import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Change } from '../../../src/core/document/change';
import { applyChange } from '../../../src/core/document/change';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { mergeDocuments } from '../../../src/core/document/merge';
import { newRecordId } from '../../../src/core/document/recordId';
import type { Stamper } from '../../../src/core/document/stamp';
import { createStamper } from '../../../src/core/document/stamp';
import { readText } from '../documents';
import { cleanGitEnvironment } from '../gitRepository';
import type { SeededChoices } from './seededChoices';
import { seededChoices } from './seededChoices';
import { seededRandom } from './seededRandom';
import type { TemporaryFolder } from '../temporaryFolder';

const run = promisify(execFile);
const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 10, 16);

/** What each of two branches does to the same file. */
export type Work = 'one add' | 'one check-in' | 'a week';

export interface TextMergeCell {
  readonly work: Work;
  /** Records in the file before. */
  readonly records: number;
  readonly count: number;
  readonly seed: number;
}

export interface TextMergeResult {
  /** Share of merges with a conflict, 0 to 1. */
  readonly conflicts: number;
  /** Clean merges whose text differs from what our own merge gives. */
  readonly wrong: number;
}

/** Merges pairs of random branches with `git merge-file` alone, as a host does that has no driver. */
export async function textMerges(
  { work, records, count, seed }: TextMergeCell,
  folder: TemporaryFolder,
): Promise<TextMergeResult> {
  let conflicts = 0;
  let wrong = 0;
  for (let index = 0; index < count; index += 1) {
    const sides = branches(work, records, seed + index);
    const merged = await mergeText(sides.map(formatDocument), folder);
    if (merged === undefined) conflicts += 1;
    else if (!isRight(merged, sides)) wrong += 1;
  }
  return { conflicts: conflicts / count, wrong };
}

type Sides = readonly [base: GoalDocument, ours: GoalDocument, theirs: GoalDocument];

function isRight(text: string, [base, ours, theirs]: Sides): boolean {
  const reading = readText(text);
  return reading.state === 'ok' && formatDocument(mergeDocuments(base, ours, theirs).document) === text;
}

function branches(work: Work, records: number, seed: number): Sides {
  const random = seededChoices(seed);
  const bits = seededRandom(seed ^ 0x5bd1e995);
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(bits() * 256));
  const newId = (letter: string): string => newRecordId(letter, { bytes });
  const stamper = (day: number, replica: string): Stamper =>
    createStamper({ now: () => START + day * DAY + random.below(DAY) }, replica);
  const begin = stamper(0, 'base');
  let base: GoalDocument = { top: { version: 1 }, records: new Map() };
  for (let index = 0; index < records; index += 1) base = applyChange(base, goal(newId('g'), index), begin);
  const branch = (replica: string): GoalDocument =>
    changesOf(work, base, replica, random, newId).reduce(
      (document, change) => applyChange(document, change, stamper(1, replica)),
      base,
    );
  return [base, branch('ours'), branch('thei')];
}

function changesOf(
  work: Work,
  { records }: GoalDocument,
  replica: string,
  random: SeededChoices,
  newId: (letter: string) => string,
): Change[] {
  // People tick goals of their own; whom a goal belongs to has nothing to do with its place in the file.
  const ids = [...records.keys()].filter((_, index) => (index % 2 === 0) === (replica === 'ours'));
  const checkIn = (): Change => ({
    type: 'add',
    id: newId('c'),
    fields: { goal: random.pick(ids), by: 'ana@example.com', note: `note ${random.below(1000)}` },
  });
  if (work === 'one add') return [goal(newId('g'), random.below(1000))];
  if (work === 'one check-in') return [checkIn()];
  const goals = Array.from({ length: 3 }, () => goal(newId('g'), random.below(1000)));
  const ticks = Array.from({ length: 5 }, (): Change => ({
    type: 'set',
    id: random.pick(ids),
    path: 'status',
    value: 'done',
  }));
  const kudos: Change = { type: 'add', id: newId('k'), fields: { goal: random.pick(ids), by: 'ana@example.com' } };
  return [...goals, ...ticks, checkIn(), kudos];
}

function goal(id: string, number: number): Change {
  const fields = { title: `Goal ${number}`, kind: 'micro', status: 'open', owner: 'ana@example.com', order: 'a0' };
  return { type: 'add', id, fields };
}

async function mergeText(texts: readonly string[], folder: TemporaryFolder): Promise<string | undefined> {
  const [base = '', ours = '', theirs = ''] = ['base', 'ours', 'theirs'].map((name) => path.join(folder.path, name));
  await Promise.all([base, ours, theirs].map((file, index) => writeFile(file, texts[index] ?? '')));
  try {
    const options = { env: cleanGitEnvironment(), maxBuffer: 64 * 1024 * 1024 };
    return (await run('git', ['merge-file', '-p', '-q', ours, base, theirs], options)).stdout;
  } catch (error) {
    if (typeof (error as { code?: unknown }).code === 'number') return undefined;
    throw error;
  }
}
