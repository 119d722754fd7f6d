import { formatDocument } from '../../src/core/document/formatDocument';
import type { Figure } from '../support/run/figure';
import { median } from '../support/run/figure';
import { cleanGitEnvironment, temporaryRepository } from '../support/gitRepository';
import type { EditorTimes } from '../support/host/benchSuite';
import type { HostName } from '../support/host/hostVersion';
import { HOSTS } from '../support/host/hostVersion';
import { readHostLine } from '../support/host/hostLine';
import { openWorkbench } from '../support/host/openWorkbench';
import type { RunningHost } from '../support/host/startHost';
import { startHost } from '../support/host/startHost';
import { manyGoals } from '../support/manyGoals';
import { projectFolder } from '../support/run/projectFolder';
import { temporaryFolder } from '../support/temporaryFolder';

const GOALS = 2000;
const STARTS = 3;
const ACTIVATION_BUDGET = 50;
const TICK_BUDGET = 50;

/** Activation and ticks in a real VS Code, on the oldest and the newest host. */
export async function run(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const host of ['oldest', 'newest'] as const) {
    const runs: EditorTimes[] = [];
    for (let start = 0; start < STARTS; start++) runs.push(await timesOn(host));
    const version = HOSTS[host].vscode;
    const activation = median(runs.map((times) => times.activation));
    const tick = median(runs.flatMap((times) => times.ticks));
    figures.push(
      figure(`activation, VS Code ${version}`, activation, ACTIVATION_BUDGET),
      figure(`tick → file and views, ${GOALS} goals, VS Code ${version}`, tick, TICK_BUDGET),
    );
  }
  return figures;
}

function figure(name: string, value: number, budget: number): Figure {
  return { name, value, unit: 'ms', budget, ok: value <= budget, reference: null };
}

async function timesOn(name: HostName): Promise<EditorTimes> {
  const repository = await temporaryRepository();
  const data = await temporaryFolder('personal');
  await repository.write('.microgoals/goals.json', formatDocument(manyGoals(GOALS).document));
  await repository.commit('Begin');
  const host = await startHost({ host: name, env: { ...cleanGitEnvironment(), MICROGOALS_DATA_DIR: data.path } });
  try {
    return await suiteTimes(host, repository.path);
  } finally {
    await host.stop();
    await repository.remove();
    await data.remove();
  }
}

async function suiteTimes(host: RunningHost, workspace: string): Promise<EditorTimes> {
  const printed: string[] = [];
  const ended: { resolve?: () => void } = {};
  const end = new Promise<void>((resolve) => {
    ended.resolve = resolve;
  });
  const workbench = await openWorkbench(host, {
    workspace,
    extension: projectFolder(),
    tests: projectFolder('dist-test/support/host/benchSuite.js'),
    onLog: (text) => {
      const line = readHostLine(text);
      if (line !== undefined) printed.push(line);
    },
    onExit: () => ended.resolve?.(),
  });
  try {
    await end;
    const [times] = printed;
    if (times === undefined) throw new Error('The suite printed no times.');
    return JSON.parse(times) as EditorTimes;
  } finally {
    await workbench.close();
  }
}
