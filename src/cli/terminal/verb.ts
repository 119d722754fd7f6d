import type { Terminal } from './terminal';

export interface Context {
  /** Absolute path: where the command works. */
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  /** Folder of the program, with what it installs. */
  readonly program: string;
  /** Takes what may still be at work when the verb has ended, such as the writing of a cache; a process lives on until that is done. */
  readonly outlasted: (settled: () => Promise<unknown>) => void;
}

/** 0 done; 1 a problem was found; 2 wrong usage, which is thrown as a `UsageError`. */
export type ExitCode = 0 | 1;

export interface Verb {
  /** What stands behind the program's name, e.g. `show ID [--json]`. */
  readonly usage: string;
  /** Lines below the usage. */
  readonly help: string;
  /** @param args what stands behind the verb. */
  run(args: readonly string[], context: Context): Promise<ExitCode>;
}
