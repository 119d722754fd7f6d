import { rm } from 'node:fs/promises';
import path from 'node:path';
import { formatDocument } from '../../src/core/document/formatDocument';
import { burnUpUntil, MAX_POINTS } from '../../src/core/reports/burnUp';
import { microgoalsFolder } from '../../src/git/run/gitFolder';
import { goalHistory } from '../../src/git/files/goalHistory';
import { fileHistory } from '../support/merge/branchHistory';
import type { Figure } from '../support/run/figure';
import { interleave, median } from '../support/run/figure';
import { temporaryRepository } from '../support/gitRepository';
import { opened } from '../git/hooks/hookFixture';
import { importHistory } from '../support/importHistory';
import { manyGoals } from '../support/manyGoals';

const GOALS = 2000;
const REVISIONS = 1000;
const ROUNDS = 5;
const FILE = '.microgoals/goals.json';
const COLD_BUDGET = 1000;

/** How one goal came along over many versions of the shared file, without and with what an earlier reading kept, against `git log`. */
export async function run(): Promise<Figure[]> {
  const { document, ids } = manyGoals(GOALS);
  const [id = ''] = ids;
  const temporary = await temporaryRepository();
  try {
    await importHistory(temporary, fileHistory(formatDocument(document), REVISIONS, ids));
    const repository = await opened(temporary.path);
    const read = async (): Promise<number> => {
      const { revisions } = await goalHistory(repository, path.join(temporary.path, FILE), id);
      burnUpUntil(Date.now(), { done: 1, total: 1 }, revisions, []);
      return revisions.length;
    };
    const forget = (): Promise<void> =>
      rm(path.join(microgoalsFolder(repository.commonDir), 'burnup.json'), { force: true });
    const raw = (): Promise<string> => temporary.git('log', '--first-parent', '--raw', '--no-abbrev', '--', FILE);
    const cold = await interleave(() => forget().then(read), raw, ROUNDS);
    const warm = await interleave(read, raw, ROUNDS);
    const sampled = await read();
    const title = `${REVISIONS} versions of ${GOALS} goals`;
    return [
      time(`burn-up of a goal, cold; ${title}`, cold),
      time(`burn-up of a goal, warm; ${title}`, warm),
      {
        name: 'versions that are looked at',
        value: sampled,
        unit: 'versions',
        budget: MAX_POINTS,
        ok: sampled <= MAX_POINTS,
        reference: REVISIONS,
      },
    ];
  } finally {
    await temporary.remove();
  }
}

function time(name: string, times: { a: readonly number[]; b: readonly number[] }): Figure {
  const value = median(times.a);
  return { name, value, unit: 'ms', budget: COLD_BUDGET, ok: value <= COLD_BUDGET, reference: median(times.b) };
}
