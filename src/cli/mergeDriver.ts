import path from 'node:path';
import { runMergeDriver, UnfitError } from './verbs/runMergeDriver';

/** Exit code for "merge it as text"; 0 means merged. driver.sh runs the merge-driver.js beside it with %O %A %B %L %P. */
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
