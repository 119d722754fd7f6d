import { spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { addCounts, NO_COUNTS, readCountsLine } from './countsLine';
import { readHostLine } from '../host/hostLine';
import type { Counts } from './mochaRun';
import { projectFolder } from './projectFolder';

export interface StageCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which the stage is ended and has failed. */
  readonly limit: number;
}

interface Run {
  readonly counts: Counts;
  readonly ok: boolean;
}

/** Takes a line of what is told of a run. */
export type Print = (line: string) => void;

/** One test: passed when the command ends with 0. */
export async function runCheckStage(stage: StageCommand, print: Print): Promise<Counts> {
  const { ok } = await runCommand(stage, print);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/**
 * The tests that commands ran, so many at once; what one prints is seen when it is over, as it comes where it is the only one. One
 * failure more when they ran none or one ended badly although each test passed: neither must look like success.
 */
export async function runTestStage(stages: readonly StageCommand[], print: Print, atOnce = 1): Promise<Counts> {
  const runs: Run[] = [];
  const left = stages.values();
  const runNext = async (): Promise<void> => {
    for (const stage of left) {
      const lines: string[] = [];
      runs.push(await runCommand(stage, stages.length === 1 ? print : (line) => lines.push(line)));
      lines.forEach(print);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runNext));
  const counts = runs.map((run) => run.counts).reduce(addCounts, NO_COUNTS);
  const ok = runs.every((run) => run.ok);
  const { passed, failed } = counts;
  if (passed + failed === 0) print('FAILED: this stage found no test.');
  else if (!ok && failed === 0) print('FAILED: the stage did not end well.');
  else return counts;
  return { ...counts, failed: failed + 1 };
}

async function runCommand({ command, args, env, limit }: StageCommand, print: Print): Promise<Run> {
  const child = spawn(command, args, {
    cwd: projectFolder(),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
  });
  const timer = setTimeout(() => {
    print(`FAILED: not finished after ${limit / 60_000} minutes.`);
    child.kill('SIGTERM');
  }, limit);
  const seen = { counts: NO_COUNTS };
  readLines(createInterface(child.stdout), (line) => {
    const counts = readCountsLine(line);
    if (counts === undefined) print(line);
    else seen.counts = addCounts(seen.counts, counts);
  });
  readLines(createInterface(child.stderr), (line) => {
    console.error(line);
  });
  const ok = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      print(`FAILED: ${error.message}`);
      resolve(false);
    });
    // 'close', not 'exit': the last lines may still be in the pipe.
    child.once('close', (code) => {
      resolve(code === 0);
    });
  });
  clearTimeout(timer);
  return { ...seen, ok };
}

function readLines(lines: Interface, handle: (line: string) => void): void {
  lines.on('line', (line) => {
    handle(readHostLine(line) ?? line);
  });
}
