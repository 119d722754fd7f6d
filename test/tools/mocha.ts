// mocha.js [--timeout MS] [--grep TEXT] FILE…: runs built test files in this process and ends with the line of counts.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { countsLine } from '../support/run/countsLine';
import { endOnSignal } from '../support/run/endOnSignal';
import { runMocha } from '../support/run/mochaRun';

async function main(): Promise<void> {
  // An ordinary exit ends the programs that tests have started; the death by a signal would not.
  endOnSignal(() => Promise.resolve());
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { timeout: { type: 'string', default: '30000' }, grep: { type: 'string' } },
  });
  const counts = await runMocha({
    files: positionals.map((file) => path.resolve(file)),
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
