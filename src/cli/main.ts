import path from 'node:path';
import { GoalFileError } from '../core/document/fileReading';
import { GitError } from '../git/run/gitError';
import { UsageError, Failure } from './terminal/failure';
import type { Terminal } from './terminal/terminal';
import { processTerminal } from './terminal/terminal';
import type { ExitCode, Verb } from './terminal/verb';
import { findVerb, overview } from './verbTable';

async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { name, rest, directory } = splitArguments(args);
  if (name === undefined || name === 'help') return help(rest[0], terminal);
  if (name === '--version' || name === '-v') return version(terminal);
  const verb = await findVerb(name);
  if (!verb) throw new UsageError(`"${name}" is no command; microgoals --help lists them.`);
  if (asksForHelp(rest)) return printHelp(verb, terminal);
  return verb.run(rest, { directory, environment: process.env, terminal });
}

/** `-C DIR` before the verb, as git has it, or among the options of the verb. */
function splitArguments(args: readonly string[]): { name: string | undefined; rest: string[]; directory: string } {
  const rest = [...args];
  let directory = process.cwd();
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

async function help(name: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const verb = name === undefined ? undefined : await findVerb(name);
  if (name !== undefined && !verb) throw new UsageError(`"${name}" is no command; microgoals --help lists them.`);
  if (verb) return printHelp(verb, terminal);
  terminal.printLines(await overview());
  return 0;
}

function printHelp(verb: Verb, terminal: Terminal): ExitCode {
  terminal.printLines(`Usage: microgoals ${verb.usage}\n\n${verb.help}`);
  return 0;
}

async function version(terminal: Terminal): Promise<ExitCode> {
  const { VERSION } = await import('./version');
  terminal.print(VERSION);
  return 0;
}

function exitCodeOf(error: unknown, terminal: Terminal): number {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  if (process.env['MICROGOALS_DEBUG'] === '1') {
    // Behind the message, whose own line ends would pass for places.
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

async function start(): Promise<void> {
  const terminal = processTerminal(process.env);
  try {
    process.exitCode = await main(process.argv.slice(2), terminal);
  } catch (error) {
    process.exitCode = exitCodeOf(error, terminal);
  } finally {
    terminal.flush();
  }
}

void start();
