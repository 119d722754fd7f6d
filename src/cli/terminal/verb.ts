import type { Terminal } from './terminal';

export interface Context {
  /** Absolute path of the folder in which the command works. */
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  /** Folder of the program and of the files that it installs. */
  readonly program: string;
  /** Registers work that may outlast the verb, such as writing a cache; a process lives on until that work is done. */
  readonly outlasted: (settled: () => Promise<unknown>) => void;
}

/** Exit code 0: done; 1: a problem was found. Wrong usage, 2, is thrown as a `UsageError`. */
export type ExitCode = 0 | 1;

export interface Verb {
  /** Words after the program's name, e.g. `show ID [--json]`. */
  readonly usage: string;
  /** Lines of help below the usage. */
  readonly help: string;
  /** Runs the verb. @param args words after the verb. */
  run(args: readonly string[], context: Context): Promise<ExitCode>;
}
