// bench.js [--json] [NAME…]: runs test/bench (all, or those whose file name holds one of the names) and compares with the budgets.
import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Figure } from '../support/run/figure';
import { projectFolder } from '../support/run/projectFolder';

/** What a file test/bench/NAME.bench.ts exports. */
interface Bench {
  run(): Promise<Figure[]>;
}

function listBenches(names: readonly string[]): string[] {
  const folder = projectFolder('dist-test/bench');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.bench.js'))
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .sort();
}

async function runBenches(files: readonly string[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const file of files) {
    console.error(`Measuring ${file.replace('.bench.js', '')} …`);
    const bench = (await import(projectFolder('dist-test/bench', file))) as Bench;
    figures.push(...(await bench.run()));
  }
  return figures;
}

function printTable(figures: readonly Figure[]): void {
  const digits = (value: number): string => (Math.abs(value) < 100 ? value.toFixed(2) : value.toFixed(0));
  const rows = figures.map(({ name, value, unit, budget, ok, reference }) => [
    ok ? 'ok' : 'OVER',
    name,
    `${digits(value)} ${unit}`,
    `${digits(budget)} ${unit}`,
    reference === null ? '–' : `${digits(reference)} ${unit}`,
  ]);
  const table = [['', 'name', 'value', 'budget', 'reference'], ...rows];
  const width = (column: number): number => Math.max(...table.map((row) => row[column]?.length ?? 0));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(width(column)))
        .join('  ')
        .trimEnd(),
    );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  const files = listBenches(positionals);
  if (files.length === 0) throw new Error('There is no bench of that name.');
  const figures = await runBenches(files);
  if (values.json === true) console.log(JSON.stringify(figures, null, 2));
  else printTable(figures);
  process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
