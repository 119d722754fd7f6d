import { spawnSync } from 'node:child_process';
import { formatDocument } from '../../src/core/document/formatDocument';
import { cleanGitEnvironment, temporaryRepository } from '../support/gitRepository';
import { buildProduct } from '../support/run/buildProduct';
import type { Figure } from '../support/run/figure';
import { interleave, median } from '../support/run/figure';
import { manyGoals } from '../support/manyGoals';
import { projectFolder } from '../support/run/projectFolder';
import { temporaryFolder } from '../support/temporaryFolder';

const GOALS = 2000;
const ROUNDS = 30;
/** Times the start of Node itself. */
const BUDGET = 1.8;

/** Each verb as a whole process, in turn with an empty Node process. */
export async function run(): Promise<Figure[]> {
  buildProduct();
  const repository = await temporaryRepository();
  const data = await temporaryFolder('data');
  try {
    const { document, ids } = manyGoals(GOALS);
    await repository.write('.microgoals/goals.json', formatDocument(document));
    await repository.commit('Goals');
    const environment = { ...cleanGitEnvironment(), MICROGOALS_DATA_DIR: data.path };
    const start = (args: readonly string[]): void => {
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: repository.path, env: environment });
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${String(stderr)}`);
    };
    const cli = projectFolder('dist/cli.js');
    const nextIds = ids.values();
    const verbs: [string, () => readonly string[]][] = [
      ['add --team', () => ['add', '--team', 'Fix the login test !fri #ci']],
      ['done', () => ['done', nextIds.next().value ?? '']],
      ['list', () => ['list']],
      ['list --json', () => ['list', '--json']],
    ];
    const figures: Figure[] = [];
    for (const [name, args] of verbs) {
      const times = await interleave(
        () => {
          start([cli, ...args()]);
        },
        () => {
          start(['-e', '0']);
        },
        ROUNDS,
      );
      figures.push(figureOf(name, median(times.a), median(times.b)));
    }
    return figures;
  } finally {
    await data.remove();
    await repository.remove();
  }
}

function figureOf(verb: string, value: number, reference: number): Figure {
  const budget = BUDGET * reference;
  return { name: `microgoals ${verb}, ${GOALS} goals`, value, unit: 'ms', budget, ok: value <= budget, reference };
}
