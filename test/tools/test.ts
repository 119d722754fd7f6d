// test.js [--only STAGE,…] [--host newest|oldest|download|…,…] [--grep TEXT] [--long]: builds the product and runs the stages.
// The last line is "N passed, N failed". Exit 0 all passed, 1 something failed, 2 the machine lacks a tool or the flags are wrong.
import { parseArgs } from 'node:util';
import { buildProduct } from '../support/run/buildProduct';
import { addCounts, NO_COUNTS } from '../support/run/countsLine';
import type { Counts } from '../support/run/mochaRun';
import type { Print } from '../support/run/testStage';
import { testStages, type Stage } from '../support/run/testStages';

/** Without a display or the open network (Linux in CI) VS Code comes from npm; elsewhere it is the desktop one. */
function defaultHosts(): string {
  return process.platform === 'linux' ? 'oldest,newest' : 'download';
}

function hostsOf(text: string): string[] {
  return text.split(',').flatMap((host) => (host === 'download' ? ['download-oldest', 'download-newest'] : [host]));
}

function selectStages(): Stage[] {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      host: { type: 'string', default: process.env['VSCODE_TEST_HOST'] ?? defaultHosts() },
      grep: { type: 'string' },
      long: { type: 'boolean', default: false },
    },
  });
  const stages = testStages({ hosts: hostsOf(values.host), grep: values.grep });
  if (values.only === undefined) return stages.filter(({ long }) => long !== true || values.long);
  const names = values.only.split(',');
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined) throw new Error(`There is no stage ${unknown}.`);
  return stages.filter(({ name }) => names.includes(name));
}

async function runStage(stage: Stage, print: Print): Promise<Counts> {
  print(`\n=== ${stage.title}`);
  const start = performance.now();
  const counts = await stage.run(print);
  const time = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  if (counts === undefined) {
    print(`--- ${stage.title}: there is no test file yet.`);
    return NO_COUNTS;
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  print(`--- ${stage.title}: passed ${counts.passed}, failed ${counts.failed}${skipped}, ${time}`);
  return counts;
}

function printNow(line: string): void {
  console.log(line);
}

/** What such a stage prints is seen when it is over, in one piece. */
async function runBeside(stage: Stage): Promise<Counts> {
  const lines: string[] = [];
  const counts = await runStage(stage, (line) => lines.push(line));
  lines.forEach(printNow);
  return counts;
}

/** One after the other, but for those that run beside the others. */
async function runStages(stages: readonly Stage[]): Promise<Counts> {
  const beside = Promise.all(stages.filter((stage) => stage.beside).map(runBeside));
  let total = NO_COUNTS;
  for (const stage of stages) if (!stage.beside) total = addCounts(total, await runStage(stage, printNow));
  return (await beside).reduce(addCounts, total);
}

/** Host and UI tests need what this builds, the others do not mind: the run goes on, with one failure. */
function build(): Counts {
  try {
    buildProduct();
    return NO_COUNTS;
  } catch (error) {
    console.log(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
    return { ...NO_COUNTS, failed: 1 };
  }
}

async function main(): Promise<void> {
  const stages = selectStages();
  const total = addCounts(build(), await runStages(stages));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
