/** What a run tells the suite inside the extension host: environment variables are the one thing that both kinds of VS Code pass on. */
export interface SuiteEnvironment {
  /** Folder with the built test files. */
  readonly folder: string;
  readonly grep: string | undefined;
}

const FOLDER = 'MICRO_GOALS_TEST_FOLDER';
const GREP = 'MICRO_GOALS_TEST_GREP';

export function writeSuiteEnvironment({ folder, grep }: SuiteEnvironment): Record<string, string> {
  return { [FOLDER]: folder, ...(grep === undefined ? {} : { [GREP]: grep }) };
}

export function readSuiteEnvironment(): SuiteEnvironment {
  const folder = process.env[FOLDER];
  if (folder === undefined) throw new Error(`${FOLDER} is not set.`);
  return { folder, grep: process.env[GREP] };
}
