import { rm } from 'node:fs/promises';
import path from 'node:path';
import { formatDocument } from '../../src/core/document/formatDocument';
import { BranchFiles } from '../../src/git/branches/branchFiles';
import { findBlobs, readBlobs } from '../../src/git/files/catFile';
import { openRepository } from '../../src/git/run/repository';
import type { Repository } from '../../src/git/run/repository';
import { branchHistory } from '../support/merge/branchHistory';
import { importHistory } from '../support/importHistory';
import type { Figure } from '../support/run/figure';
import { interleave, median } from '../support/run/figure';
import { temporaryRepository } from '../support/gitRepository';
import { manyGoals } from '../support/manyGoals';

const BRANCHES = 500;
const GOALS = 2000;
const ROUNDS = 3;

/** The shared file on 500 branches against the raw `cat-file` of the same names: few versions of it, and each branch its own. */
export async function run(): Promise<Figure[]> {
  const few = await measure(20);
  const many = await measure(BRANCHES);
  return [
    figure('20 distinct versions, cold', few.cold, 2),
    figure('20 distinct versions, warm', few.warm, 2),
    figure('500 distinct versions, cold', many.cold, 8),
    figure('500 distinct versions, warm', many.warm, 2),
  ];
}

interface Times {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

async function measure(versions: number): Promise<{ cold: Times; warm: Times }> {
  const { document, ids } = manyGoals(GOALS);
  const temporary = await temporaryRepository();
  try {
    await importHistory(temporary, branchHistory(formatDocument(document), { branches: BRANCHES, versions, ids }));
    await temporary.git('reset', '--quiet', '--hard');
    const opened = await openRepository(temporary.path);
    if (opened.state !== 'open') throw new Error('The repository of the bench cannot be opened.');
    const { repository } = opened;
    // A new reader each time: what one keeps in memory shall not count.
    const read = (): Promise<unknown> => {
      return new BranchFiles(repository, path.join(temporary.path, '.microgoals/goals.json')).read();
    };
    const raw = (): Promise<void> => readRaw(repository);
    const cold = await interleave(() => forget(repository).then(read), raw, ROUNDS);
    return { cold, warm: await interleave(read, raw, ROUNDS) };
  } finally {
    await temporary.remove();
  }
}

async function forget({ commonDir }: Repository): Promise<void> {
  await rm(path.join(commonDir, 'microgoals'), { recursive: true, force: true });
}

/** What git itself takes to list the branches, find the file on each, and hand over each distinct version. */
async function readRaw(repository: Repository): Promise<void> {
  const refs = (await repository.git('for-each-ref', '--format=%(objectname)', 'refs/heads')).split('\n');
  const found = await findBlobs(
    repository,
    refs.map((commit) => `${commit}:.microgoals/goals.json`),
  );
  const blobs = [...new Set(found.flatMap((entry) => entry?.blob ?? []))];
  for await (const { bytes } of readBlobs(repository, blobs))
    if (bytes.length === 0) throw new Error('A version is empty.');
}

function figure(name: string, { a, b }: Times, factor: number): Figure {
  const value = median(a);
  const budget = factor * median(b);
  const title = `${name}; ${BRANCHES} branches, ${GOALS} goals`;
  return { name: title, value, unit: 'ms', budget, ok: value <= budget, reference: median(b) };
}
