import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Counts } from './mochaRun';
import { projectFolder } from './projectFolder';
import { provideSystemTools, TOOLS_OF_GIT_TESTS, TOOLS_OF_WINDOW_TESTS } from './systemTools';
import type { Print, StageCommand } from './testStage';
import { runCheckStage, runTestStage } from './testStage';

const MINUTE = 60_000;
/** A test of git waits for processes and disks most of its time: two at once take little more than one, and neither has much more to do. */
const GIT_SHARES = 8;

export interface StageOptions {
  /** 'newest', 'oldest', 'download-newest', 'download-oldest'. */
  readonly hosts: readonly string[];
  readonly grep: string | undefined;
}

export interface Stage {
  /** What `--only` calls it. */
  readonly name: string;
  readonly title: string;
  /** Long stages run with `--long` or when named. */
  readonly long?: boolean;
  /** The next stages need not wait for it. */
  readonly beside?: boolean;
  /** Undefined where there is nothing to run yet. Throws when a system tool is missing. */
  run(print: Print): Promise<Counts | undefined>;
}

/** All stages in their order: what takes seconds first. */
export function testStages({ hosts, grep }: StageOptions): Stage[] {
  const filter = grep === undefined ? [] : ['--grep', grep];
  const files = (folder: string, tools: Parameters<typeof provideSystemTools>[0], timeout: number): Stage => ({
    name: folder,
    title: `${folder} tests`,
    run: (print) => runFolder(folder, tools, ['--timeout', String(timeout), ...filter], print),
  });
  return [
    { ...npmStage('lint'), beside: true },
    npmStage('types'),
    { name: 'check', title: 'check', run: (print) => runCheckStage(nodeCommand('check', [], 5 * MINUTE), print) },
    files('unit', [], 2 * MINUTE),
    files('git', TOOLS_OF_GIT_TESTS, 5 * MINUTE),
    hostStage(hosts, filter),
    files('ui', TOOLS_OF_WINDOW_TESTS, 5 * MINUTE),
    { ...files('long', TOOLS_OF_GIT_TESTS, 30 * MINUTE), long: true },
  ];
}

function nodeCommand(tool: string, args: readonly string[], limit: number): StageCommand {
  return { command: process.execPath, args: [projectFolder('dist-test', 'tools', `${tool}.js`), ...args], limit };
}

function npmStage(script: string): Stage {
  const stage = { command: 'npm', args: ['run', '--silent', script], limit: 20 * MINUTE };
  return { name: script, title: script, run: (print) => runCheckStage(stage, print) };
}

/** Two versions at once: either waits for its window more than it works. */
function hostStage(hosts: readonly string[], filter: readonly string[]): Stage {
  const run: Stage['run'] = async (print) => {
    if (builtTests('host').length === 0) return undefined;
    if (!hosts.every((host) => host.startsWith('download'))) provideSystemTools(TOOLS_OF_WINDOW_TESTS);
    const runs = hosts.map((host) => nodeCommand('hostTests', ['--host', host, ...filter], 60 * MINUTE));
    return runTestStage(runs, print, 2);
  };
  return { name: 'host', title: `tests inside VS Code (${hosts.join(', ')})`, run };
}

async function runFolder(
  folder: string,
  tools: Parameters<typeof provideSystemTools>[0],
  flags: readonly string[],
  print: Print,
): Promise<Counts | undefined> {
  const tests = builtTests(folder);
  if (tests.length === 0) return undefined;
  provideSystemTools(tools);
  const limit = (folder === 'long' ? 240 : 60) * MINUTE;
  const commandOf = (files: readonly string[]): StageCommand => nodeCommand('mocha', [...flags, ...files], limit);
  if (folder !== 'git') return runTestStage([commandOf(tests)], print);
  const shares = Array.from({ length: GIT_SHARES }, (_, share) => tests.filter((_, at) => at % GIT_SHARES === share));
  return runTestStage(shares.filter((files) => files.length > 0).map(commandOf), print, 2);
}

/** Absolute paths of the built test files below a folder of test/. */
function builtTests(folder: string): string[] {
  const root = projectFolder('dist-test', folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.js'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
