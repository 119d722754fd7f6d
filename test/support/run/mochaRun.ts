import Mocha from 'mocha';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface MochaOptions {
  readonly files: readonly string[];
  /** Limit of one test in milliseconds. */
  readonly timeout: number;
  /** Only tests whose full title holds this text. */
  readonly grep?: string | undefined;
  readonly print: (line: string) => void;
}

/** Runs test files in this process, in the same way in plain Node and inside VS Code's extension host. `it.only` is refused. */
export async function runMocha({ files, timeout, grep, print }: MochaOptions): Promise<Counts> {
  const mocha = new Mocha({ ui: 'bdd', timeout, forbidOnly: true, reporter: reporterOf(print) });
  if (grep !== undefined) mocha.fgrep(grep);
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
}

/** Prints line by line through `print`; mocha's own reporters write to the console of the moment they were loaded. */
function reporterOf(print: (line: string) => void): Mocha.ReporterConstructor {
  return class LineReporter extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      const failures: { readonly test: Mocha.Runnable; readonly error: unknown }[] = [];
      runner.on('suite', (suite) => {
        if (suite.title !== '') print(indent(suite) + suite.title);
      });
      runner.on('pass', (test) => {
        print(`${indent(test.parent)}  ✓ ${test.title}${test.speed === 'fast' ? '' : ` (${test.duration ?? 0} ms)`}`);
      });
      runner.on('pending', (test) => {
        print(`${indent(test.parent)}  - skipped: ${test.title}`);
      });
      runner.on('fail', (test, error: unknown) => {
        failures.push({ test, error });
        print(`${indent(test.parent)}  ✗ ${test.title}`);
      });
      runner.on('end', () => {
        for (const { test, error } of failures) {
          const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
          for (const line of ['', `FAILED: ${test.fullTitle()}`, ...text.split('\n')]) print(line);
        }
      });
    }
  };
}

function indent(suite: Mocha.Suite | undefined): string {
  return '  '.repeat(Math.max(0, (suite?.titlePath().length ?? 1) - 1));
}
