// mocha.js [--timeout MS] [--grep TEXT] FILE…: runs built test files in this process and ends with the line of counts.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cleanGitEnvironment } from '../support/gitRepository';
import { countsLine } from '../support/run/countsLine';
import { endOnSignal } from '../support/run/endOnSignal';
import { runMocha } from '../support/run/mochaRun';
import { projectFolder } from '../support/run/projectFolder';

/** Whose tests run the command line inside this process: what it and git read here is what a process of its own would be given. */
const WITH_COMMAND_LINE = ['git', 'long'].map((folder) => projectFolder('dist-test', folder, path.sep));

function cleanEnvironment(): void {
  const clean = cleanGitEnvironment();
  for (const name of Object.keys(process.env)) if (!(name in clean)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, clean);
}

async function main(): Promise<void> {
  // An ordinary exit ends the programs that tests have started; the death by a signal would not.
  endOnSignal(() => Promise.resolve());
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { timeout: { type: 'string', default: '30000' }, grep: { type: 'string' } },
  });
  const files = positionals.map((file) => path.resolve(file));
  if (files.some((file) => WITH_COMMAND_LINE.some((folder) => file.startsWith(folder)))) cleanEnvironment();
  const counts = await runMocha({
    files,
    timeout: Number(values.timeout),
    grep: values.grep,
    print: (line) => {
      console.log(line);
    },
  });
  console.log(countsLine(counts));
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
