import { readdirSync } from 'node:fs';
import path from 'node:path';
import { countsLine } from '../run/countsLine';
import { runMocha } from '../run/mochaRun';
import { markHostLine } from './hostLine';
import { readSuiteEnvironment } from './suiteEnvironment';

// Only a test that hangs reaches it, also on a machine with much else to do.
const TEST_LIMIT = 120_000;

/** VS Code calls this in its extension host; a rejection makes the run's exit code 1. */
export async function run(): Promise<void> {
  const { folder, grep } = readSuiteEnvironment();
  const print = (line: string): void => {
    console.log(markHostLine(line));
  };
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.test.js'))
    .sort()
    .map((name) => path.join(folder, name));
  const counts = await runMocha({ files, timeout: TEST_LIMIT, grep, print });
  print(countsLine(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed.`);
}
