import { execFile } from 'node:child_process';
import { cleanGitEnvironment } from './gitRepository';
import { projectFolder } from './run/projectFolder';

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandLine {
  /** Runs `microgoals` as a process of its own, without a terminal; resolves whatever its exit code. */
  run(...args: string[]): Promise<CommandResult>;
  /** The first word of what a command that must succeed prints: the id it made. */
  id(...args: string[]): Promise<string>;
  /** What a command that must succeed prints as JSON. */
  json<T>(...args: string[]): Promise<T>;
}

/** The built command line in a folder, with personal goals in a folder of their own. */
export function commandLine(
  folder: string,
  dataFolder: string,
  more: NodeJS.ProcessEnv = {},
  program = projectFolder('dist/cli.js'),
): CommandLine {
  const env = { ...cleanGitEnvironment(), MICROGOALS_DATA_DIR: dataFolder, ...more };
  const run = (...args: string[]): Promise<CommandResult> =>
    new Promise((resolve) => {
      const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
      execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
      }).stdin?.end();
    });
  const output = async (args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await run(...args);
    if (code !== 0) throw new Error(`microgoals ${args.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  };
  return {
    run,
    id: async (...args) => (await output(args)).split(' ', 1)[0] ?? '',
    json: async <T>(...args: string[]) => JSON.parse(await output([...args, '--json'])) as T,
  };
}
