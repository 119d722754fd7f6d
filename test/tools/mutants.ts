// mutants.js [TEXT]: plants each fault of a table (or those whose name holds TEXT) in a copy of the sources, runs the
// tests that must notice, and says which faults were caught. Exit 0 all caught, 1 one survived, 2 this could not be tried.
import { spawnSync } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readCountsLine } from '../support/run/countsLine';
import type { Counts } from '../support/run/mochaRun';
import { plantingProblem } from '../support/check/checkPlantedFaults';
import { ALL_FAULTS } from '../support/faults/allFaults';
import type { PlantedFault } from '../support/faults/plantedFaults';
import { projectFolder } from '../support/run/projectFolder';
import { provideSystemTools, TOOLS_OF_GIT_TESTS } from '../support/run/systemTools';
import { temporaryFolder } from '../support/temporaryFolder';

const COPIED = ['.config', 'src', 'test', 'esbuild.js', 'package.json', 'tsconfig.json'];

/** As esbuild.js builds them, but only the tests that are asked for and the programs that tests start. */
const BUILD = `
const { readdirSync } = require('node:fs');
const tests = process.argv.slice(2).map((test) => 'test/' + test + '.test.ts');
const children = readdirSync('test/support', { recursive: true }).filter((file) => file.endsWith('.child.ts'));
require('esbuild').buildSync({
  entryPoints: [...tests, ...children.map((file) => 'test/support/' + file), 'test/tools/mocha.ts'],
  outdir: 'dist-test', outbase: 'test', bundle: true, platform: 'node', format: 'cjs', target: 'node20',
  packages: 'external', alias: { vscode: './test/support/run/vscodeStandIn.ts' }, mainFields: ['module', 'main'], loader: { '.sh': 'text' },
});
`;

type Chosen = Pick<PlantedFault, 'tests' | 'grep'>;

/** Tests with processes and git run the product. */
function needsProduct({ tests }: Chosen): boolean {
  return tests.some((test) => test.startsWith('git/'));
}

interface Outcome {
  readonly counts: Counts;
  /** Full title of the first test that failed. */
  readonly failure: string | undefined;
}

/** Builds the copy and runs tests in it. */
function runTests(folder: string, chosen: Chosen): Outcome {
  const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const isBuilt = (...args: string[]): boolean => node(...args).status === 0;
  if (!isBuilt('build.cjs', ...chosen.tests) || (needsProduct(chosen) && !isBuilt('esbuild.js'))) {
    throw new Error('The copy does not build.');
  }
  const files = chosen.tests.map((test) => path.join('dist-test', `${test}.test.js`));
  const filter = chosen.grep === undefined ? [] : ['--grep', chosen.grep];
  const { stdout } = node(path.join('dist-test', 'tools', 'mocha.js'), '--timeout', '600000', ...filter, ...files);
  const counts = stdout.split('\n').flatMap((line) => readCountsLine(line) ?? [])[0];
  // Without that line the process has died, which proves nothing of its tests.
  if (counts === undefined) throw new Error(`${files.join(' ')}: ended before its time.`);
  return { counts, failure: /^FAILED: (.*)$/m.exec(stdout)?.[1] };
}

/** @returns the title of the test that failed; undefined where none did. */
async function catchFault(folder: string, fault: PlantedFault): Promise<string | undefined> {
  const { file, text, replacement } = fault;
  const place = path.join(folder, file);
  const source = await readFile(place, 'utf8');
  const problem = plantingProblem(fault, source);
  if (problem !== undefined) throw new Error(problem);
  await writeFile(
    place,
    source.replace(text, () => replacement),
  );
  try {
    return runTests(folder, fault).failure;
  } finally {
    await writeFile(place, source);
  }
}

/** A test that fails anyway would call every fault caught; one that has another title by now, none. */
function checkTests(folder: string, faults: readonly PlantedFault[]): void {
  const different = new Map(faults.map(({ tests, grep = '' }) => [[...tests, grep].join(' ').trim(), { tests, grep }]));
  for (const [title, chosen] of different) {
    const start = performance.now();
    const { passed, failed } = runTests(folder, chosen).counts;
    if (failed > 0) throw new Error(`${title}: fails without any planted fault.`);
    if (passed === 0) throw new Error(`${title}: there is no such test here.`);
    console.log(`sound     ${title} (${seconds(start)})`);
  }
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

async function plant(folder: string, faults: readonly PlantedFault[]): Promise<Counts> {
  let passed = 0;
  for (const fault of faults) {
    const start = performance.now();
    const failure = await catchFault(folder, fault);
    if (failure !== undefined) passed += 1;
    console.log(`${failure === undefined ? 'SURVIVED' : 'caught  '}  ${fault.name} (${seconds(start)})`);
    if (failure !== undefined) console.log(`            by "${failure}"`);
  }
  return { passed, failed: faults.length - passed, skipped: 0 };
}

async function main(only = ''): Promise<void> {
  const faults = ALL_FAULTS.filter(({ name }) => name.includes(only));
  if (faults.length === 0) throw new Error(`No planted fault has "${only}" in its name.`);
  if (faults.some(needsProduct)) provideSystemTools(TOOLS_OF_GIT_TESTS);
  const copy = await temporaryFolder('mutants');
  try {
    for (const part of COPIED) await cp(projectFolder(part), path.join(copy.path, part), { recursive: true });
    await symlink(projectFolder('node_modules'), path.join(copy.path, 'node_modules'), 'junction');
    await writeFile(path.join(copy.path, 'build.cjs'), BUILD);
    checkTests(copy.path, faults);
    const { passed, failed } = await plant(copy.path, faults);
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    await copy.remove();
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
