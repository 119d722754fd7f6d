import { spawnSync } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '../../src/core/document/change';
import { applyChanges } from '../../src/core/document/change';
import { formatDocument } from '../../src/core/document/formatDocument';
import { mergeDocuments } from '../../src/core/document/merge';
import { buildProduct } from '../support/run/buildProduct';
import { stamperAt } from '../support/documents';
import { installDriver } from '../support/driver';
import type { Figure } from '../support/run/figure';
import { interleave, measure, median } from '../support/run/figure';
import { cleanGitEnvironment, temporaryRepository } from '../support/gitRepository';
import { manyGoals } from '../support/manyGoals';

const GOALS = 2000;
const ROUNDS = 20;
/** The driver may cost this many times what Node needs to read and print the same three files. */
const FACTOR = 2;
/** Milliseconds for the merge alone: no more than a frame or two. */
const MERGE_BUDGET = 40;
const PARSE_AND_PRINT = `for (const file of process.argv.slice(1)) {
  const fs = require('node:fs');
  fs.writeFileSync(file + '.out', JSON.stringify(JSON.parse(fs.readFileSync(file, 'utf8')), null, 2));
}`;

/** A merge of 2,000 goals of which each side changed a tenth: the whole driver as git calls it, and the merge alone. */
export async function run(): Promise<readonly Figure[]> {
  buildProduct();
  const repository = await temporaryRepository();
  try {
    await installDriver(repository.path);
    const { document: base, ids } = manyGoals(GOALS);
    const tick = (id: string): Change => ({ type: 'set', id, path: 'title', value: `New title of ${id}` });
    const ours = applyChanges(base, ids.filter((_, index) => index % 10 === 0).map(tick), stamperAt(1, 'ours'));
    const theirs = applyChanges(base, ids.filter((_, index) => index % 10 === 5).map(tick), stamperAt(2, 'thei'));
    const files = ['base', 'ours', 'theirs'].map((name) => path.join(repository.path, name));
    for (const [index, each] of [base, ours, theirs].entries())
      await writeFile(files[index] ?? '', formatDocument(each));
    const [baseFile = '', ourFile = '', theirFile = ''] = files;
    const work = path.join(repository.path, 'work');
    const start = (program: string, args: readonly string[]): void => {
      const { status, stderr } = spawnSync(program, args, { cwd: repository.path, env: cleanGitEnvironment() });
      if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${String(stderr)}`);
    };
    const driver = path.join(repository.path, '.git/microgoals/driver.sh');
    const times = await interleave(
      async () => {
        await copyFile(ourFile, work);
        start('sh', [driver, baseFile, work, theirFile, '7', '.microgoals/goals.json']);
      },
      () => {
        start(process.execPath, ['-e', PARSE_AND_PRINT, ...files]);
      },
      ROUNDS,
    );
    const merges: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      merges.push(await measure(() => mergeDocuments(base, ours, theirs)));
    }
    return [
      figureOf(`merge driver, ${GOALS} goals`, median(times.a), FACTOR * median(times.b), median(times.b)),
      figureOf(`merge alone, ${GOALS} goals`, median(merges), MERGE_BUDGET, null),
    ];
  } finally {
    await repository.remove();
  }
}

function figureOf(name: string, value: number, budget: number, reference: number | null): Figure {
  return { name, value, unit: 'ms', budget, ok: value <= budget, reference };
}
