// demoMerge.js [--histories N] [--seed N]: five people at random work in real clones, with and without our merge driver and layout; a table
// of conflicts, lost edits and agreement. Whoever meets a conflict without the driver keeps the own file, as people in a hurry do.
import { parseArgs } from 'node:util';
import { buildProduct } from '../support/run/buildProduct';
import type { GoalLayout } from '../support/goalLayout';
import { ARRAY_LAYOUT, OUR_LAYOUT } from '../support/goalLayout';
import type { TeamResult } from '../support/team';
import { simulateTeam } from '../support/team';

const PEOPLE = 5;
const STEPS = 30;
const GOALS = 12;

interface Setting {
  readonly name: string;
  readonly layout: GoalLayout;
  readonly driver: boolean;
}

const SETTINGS: readonly Setting[] = [
  { name: 'plain git, array with appended goals', layout: ARRAY_LAYOUT, driver: false },
  { name: 'plain git, our layout', layout: OUR_LAYOUT, driver: false },
  { name: 'our layout and driver', layout: OUR_LAYOUT, driver: true },
];

async function runSetting({ layout, driver }: Setting, histories: number, firstSeed: number): Promise<TeamResult[]> {
  const results: TeamResult[] = [];
  for (let seed = firstSeed; seed < firstSeed + histories; seed += 1) {
    const mode = seed % 2 === 0 ? 'merge' : 'rebase';
    results.push(await simulateTeam({ seed, mode, people: PEOPLE, steps: STEPS, goals: GOALS, layout, driver }));
  }
  return results;
}

function rowOf(name: string, results: readonly TeamResult[]): string[] {
  const sum = (count: (result: TeamResult) => number): string =>
    String(results.reduce((total, result) => total + count(result), 0));
  const agreed = results.filter(({ converged }) => converged).length;
  const counts = [sum(({ meetings }) => meetings), sum(({ conflicts }) => conflicts), sum(({ lost }) => lost.length)];
  return [name, ...counts, `${agreed} of ${results.length}`];
}

function printTable(rows: readonly (readonly string[])[]): void {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column))));
    console.log(cells.join('  '));
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { histories: { type: 'string' }, seed: { type: 'string' } } });
  const [histories, seed] = [Number(values.histories ?? 6), Number(values.seed ?? 1)];
  buildProduct();
  console.log(
    `${histories} histories of ${PEOPLE} people from seed ${seed}, half of them by rebase; ${STEPS} steps each.\n`,
  );
  const rows: string[][] = [['', 'work met', 'conflicts', 'edits lost', 'all clones agree']];
  for (const setting of SETTINGS) rows.push(rowOf(setting.name, await runSetting(setting, histories, seed)));
  printTable(rows);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
