import path from 'node:path';
import { runMergeDriver, UnfitError } from './verbs/runMergeDriver';

/** merge-driver.js %O %A %B %L %P: what driver.sh starts in the folder it lies in. Exit 0: merged; 3: merge it as text. */
const UNFIT = 3;

async function start(): Promise<void> {
  const [base, ours, theirs, , file] = process.argv.slice(2);
  if (base === undefined || ours === undefined || theirs === undefined || file === undefined) {
    process.exitCode = 2;
    return;
  }
  const folder = path.dirname(path.resolve(process.argv[1] ?? ''));
  try {
    await runMergeDriver({ base, ours, theirs, file, root: process.cwd(), folder, environment: process.env });
  } catch (error) {
    process.exitCode = error instanceof UnfitError ? UNFIT : 1;
  }
}

void start();
