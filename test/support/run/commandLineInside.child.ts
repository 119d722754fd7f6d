// The command line for the process of a test: built once, loaded once, and not part of each test file.
import { realpathSync } from 'node:fs';
import { Readable } from 'node:stream';
import { runCommandLine } from '../../../src/cli/runCommandLine';
import { terminalOn } from '../../../src/cli/terminal/terminal';
import type { CommandResult } from '../commandLine';
import { projectFolder } from './projectFolder';

/** Runs a command line as a process of its own would without a terminal; resolves when nothing of it is at work any more. */
export async function runInside(
  args: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  const written = { 1: '', 2: '' };
  const outlasting: (() => Promise<unknown>)[] = [];
  const code = await runCommandLine(args.map(asBytes), {
    cwd: () => realpathSync(folder),
    environment,
    terminal: terminalOn({
      colours: false,
      columns: undefined,
      interactive: false,
      input: Readable.from([]),
      readAnswer: () => Promise.reject(new Error('Nobody is there to answer.')),
      write: (descriptor, text) => {
        written[descriptor] += asBytes(text);
      },
    }),
    program: projectFolder('dist'),
    outlasted: (settled) => outlasting.push(settled),
  });
  await Promise.allSettled(outlasting.map((settled) => settled()));
  return { code, stdout: written[1], stderr: written[2] };
}

/** What is left of a text on its way to or from another process: half a character gets lost. */
function asBytes(text: string): string {
  return Buffer.from(text).toString();
}
