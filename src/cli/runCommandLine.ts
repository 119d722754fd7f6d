import path from 'node:path';
import { GoalFileError } from '../core/document/fileReading';
import { GitError } from '../git/run/gitError';
import { Failure, NotFound, UsageError } from './terminal/failure';
import type { Terminal } from './terminal/terminal';
import type { Context, ExitCode } from './terminal/verb';
import { printHelp, printVerbHelp } from './verbHelp';
import { verbNamed } from './verbTable';

/** Surroundings in which a command line runs. */
export interface World extends Omit<Context, 'directory'> {
  /** Returns the absolute path of the current folder; throws if that folder is gone. */
  readonly cwd: () => string;
}

/** Runs one command line, prints its output and resolves with the exit code. */
export async function runCommandLine(args: readonly string[], world: World): Promise<number> {
  try {
    return await run(args, world);
  } catch (error) {
    return exitCodeOf(error, world);
  } finally {
    world.terminal.flush();
  }
}

async function run(args: readonly string[], { cwd, ...world }: World): Promise<ExitCode> {
  const { terminal } = world;
  const { name, rest, directory } = splitArguments(args, cwd);
  if (name === undefined || name === 'help') return printHelp(rest[0], terminal);
  if (name === '--version' || name === '-v') return version(terminal);
  const verb = await verbNamed(name);
  if (asksForHelp(rest)) return printVerbHelp(verb, terminal);
  const context = { ...world, directory };
  try {
    return await verb.run(rest, context);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const { archivedFailure } = await import('./place/archivedFailure');
    throw (await archivedFailure(error, context)) ?? error;
  }
}

/** Splits the arguments; `-C DIR` may come before the verb, as in git, or among the options of the verb. */
function splitArguments(
  args: readonly string[],
  cwd: () => string,
): { name: string | undefined; rest: string[]; directory: string } {
  const rest = [...args];
  let directory = cwd();
  for (;;) {
    const end = rest.indexOf('--');
    const at = rest.indexOf('-C');
    if (at < 0 || (end >= 0 && at > end)) break;
    const [, folder] = rest.splice(at, 2);
    if (!folder) throw new UsageError('-C needs a folder.');
    directory = path.resolve(directory, folder);
  }
  const [first, ...others] = rest;
  const name = first === '--help' || first === '-h' ? 'help' : first;
  return { name, rest: others, directory };
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

async function version(terminal: Terminal): Promise<ExitCode> {
  const { VERSION } = await import('./version');
  terminal.print(VERSION);
  return 0;
}

function exitCodeOf(error: unknown, { environment, terminal }: World): number {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  if (environment['MICROGOALS_DEBUG'] === '1') {
    // Only what follows the message: line ends within the message would look like places.
    const places = stack.slice(stack.indexOf(message) + message.length).trimStart();
    for (const line of places.split('\n')) terminal.warn(line);
  }
  if (error instanceof UsageError) {
    terminal.warn(message);
    return 2;
  }
  const expected = error instanceof Failure || error instanceof GoalFileError || error instanceof GitError;
  terminal.warn(expected ? message : `Unexpected: ${message} (MICROGOALS_DEBUG=1 says where).`);
  return 1;
}
