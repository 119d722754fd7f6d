import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { formatDocument } from '../../src/core/document/formatDocument';
import { buildProduct } from '../support/run/buildProduct';
import type { Figure } from '../support/run/figure';
import { interleave, median } from '../support/run/figure';
import type { TemporaryRepository } from '../support/gitRepository';
import { cleanGitEnvironment, temporaryRepository } from '../support/gitRepository';
import { importHistory } from '../support/importHistory';
import { longHistory } from '../support/merge/longHistory';
import { manyGoals } from '../support/manyGoals';
import { projectFolder } from '../support/run/projectFolder';
import { temporaryFolder } from '../support/temporaryFolder';

const GOALS = 2000;
const SIZE = { commits: 100_000, branches: 500 };
const ROUNDS = 5;
/** Times what git takes for the same fields of the same commits. */
const COLD_BUDGET = 1.25;
const WARM_BUDGET = 300;
/** The fields a reading needs; what git prints here goes nowhere. */
const RAW = ['log', '-z', '--format=%H%x00%P%x00%aN%x00%aE%x00%at%x00%ct%x00%B', '--branches'];
/** What any program on Node takes that has git read the history once: the rest of the cold budget is ours. */
const WAIT_FOR_GIT =
  "process.exitCode = require('child_process').spawnSync('git', process.argv.slice(1), { stdio: 'ignore' }).status";

/** `microgoals log ID --json` as a whole process in a long history, without and with what an earlier one left, against `git log`. */
export async function run(): Promise<Figure[]> {
  buildProduct();
  const repository = await temporaryRepository();
  const data = await temporaryFolder('data');
  try {
    const { document, ids } = manyGoals(GOALS);
    await importHistory(repository, longHistory({ ...SIZE, goals: ids }));
    await repository.git('reset', '--quiet', '--hard');
    await repository.write('.microgoals/goals.json', formatDocument(document));
    const environment = { ...cleanGitEnvironment(), MICROGOALS_DATA_DIR: data.path };
    const start = (program: string, args: readonly string[]): void => {
      const { status, stderr } = spawnSync(program, args, {
        cwd: repository.path,
        env: environment,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${String(stderr)}`);
    };
    const log = (): void => {
      start(process.execPath, [projectFolder('dist/cli.js'), 'log', ids[0] ?? '', '--json']);
    };
    const raw = (): void => {
      start('git', RAW);
    };
    const nodeAndRaw = (): void => {
      start(process.execPath, ['-e', WAIT_FOR_GIT, ...RAW]);
    };
    const least = await interleave(nodeAndRaw, raw, ROUNDS);
    const first = await interleave(() => forget(repository, '').then(log), raw, ROUNDS);
    const cold = await interleave(() => forget(repository, ...CACHES).then(log), raw, ROUNDS);
    const warm = await interleave(log, raw, ROUNDS);
    const later = await interleave(
      () => repository.git('commit', '--quiet', '--allow-empty', '-m', `S\n\nGoal: ${ids[0] ?? ''}`).then(log),
      raw,
      ROUNDS,
    );
    return [
      figure('Node that waits for that git log and does nothing else', least, COLD_BUDGET * median(least.b)),
      figure('log --json, the first command in a clone', first, COLD_BUDGET * median(first.b)),
      figure('log --json, cold', cold, COLD_BUDGET * median(cold.b)),
      figure('log --json, warm', warm, WARM_BUDGET),
      figure('a commit, then log --json', later, COLD_BUDGET * median(later.b)),
    ];
  } finally {
    await data.remove();
    await repository.remove();
  }
}

/** What earlier readings left of the links; the rest that is kept there says which clone it is. */
const CACHES = ['links.json', 'located.json'] as const;

/** Takes away what was kept of earlier readings; '' stands for all of it. */
async function forget({ path: folder }: TemporaryRepository, ...names: readonly string[]): Promise<void> {
  for (const name of names) await rm(path.join(folder, '.git/microgoals', name), { recursive: true, force: true });
}

function figure(name: string, times: { a: readonly number[]; b: readonly number[] }, budget: number): Figure {
  const value = median(times.a);
  const title = `${name}; ${SIZE.commits} commits, ${SIZE.branches} branches`;
  return { name: title, value, unit: 'ms', budget, ok: value <= budget, reference: median(times.b) };
}
