import { execFile } from 'node:child_process';
import { cleanGitEnvironment } from './gitRepository';
import type * as Inside from './run/commandLineInside.child';
import { projectFolder } from './run/projectFolder';

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandLine {
  /** Runs `microgoals` without a terminal; resolves whatever its exit code. */
  run(...args: string[]): Promise<CommandResult>;
  /** The first word of what a command that must succeed prints: the id it made. */
  id(...args: string[]): Promise<string>;
  /** What a command that must succeed prints as JSON. */
  json<T>(...args: string[]): Promise<T>;
}

/** Read from what a command line is handed, and never from the process. */
const HANDED_OVER = /^MICROGOALS_/;

/**
 * The command line in a folder, with personal goals in a folder of their own. It runs inside the process of the test, which costs a
 * tenth, and as a process of its own where the environment is to be another one than that of the test.
 */
export function commandLine(folder: string, dataFolder: string, more: NodeJS.ProcessEnv = {}): CommandLine {
  const env = environmentOf(dataFolder, more);
  return commandsOf((args) => {
    // No process can be given such an argument, and to start it says so.
    const isInside = isOurs(env) && !args.some((arg) => arg.includes('\0'));
    return isInside ? runInside(args, folder, env) : runProcess(args, folder, env, BUILT);
  });
}

/** The built command line as a process of its own each time: for what is about processes, or about what comes from outside. */
export function processCommandLine(
  folder: string,
  dataFolder: string,
  more: NodeJS.ProcessEnv = {},
  program = BUILT,
): CommandLine {
  const env = environmentOf(dataFolder, more);
  return commandsOf((args) => runProcess(args, folder, env, program));
}

const BUILT = projectFolder('dist/cli.js');

function environmentOf(dataFolder: string, more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...cleanGitEnvironment(), MICROGOALS_DATA_DIR: dataFolder, ...more };
}

/** Returns whether `commandLine` runs inside the process of the test. */
export function runsInside(more: NodeJS.ProcessEnv = {}): boolean {
  return isOurs(environmentOf('', more));
}

/** Whether whatever is read from the environment of this process, by us or by git, is there as it is wanted. */
function isOurs(env: NodeJS.ProcessEnv): boolean {
  const names = new Set([...Object.keys(env), ...Object.keys(process.env)]);
  return [...names].every((name) => HANDED_OVER.test(name) || env[name] === process.env[name]);
}

async function runInside(args: readonly string[], folder: string, env: NodeJS.ProcessEnv): Promise<CommandResult> {
  const file = projectFolder('dist-test/support/run/commandLineInside.child.js');
  const inside = (await import(file)) as typeof Inside;
  return inside.runInside(args, folder, env);
}

function runProcess(
  args: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
  program: string,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
    }).stdin?.end();
  });
}

function commandsOf(run: (args: readonly string[]) => Promise<CommandResult>): CommandLine {
  const output = async (args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await run(args);
    if (code !== 0) throw new Error(`microgoals ${args.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  };
  return {
    run: (...args) => run(args),
    id: async (...args) => (await output(args)).split(' ', 1)[0] ?? '',
    json: async <T>(...args: string[]) => JSON.parse(await output([...args, '--json'])) as T,
  };
}
