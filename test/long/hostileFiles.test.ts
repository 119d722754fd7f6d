import { documentWith } from '../support/documents';
import { mergeEverything, snapshotOf } from '../support/hostile/everyReading';
import { REPORTS } from '../support/hostile/everyReport';
import { HOSTILE } from '../support/hostile/hostileDocuments';
import { fuzzHostileFiles } from '../support/hostile/hostileFuzz';
import { runOnHostileFiles } from '../support/hostile/hostileProcesses';

const SEED = 20_261_121;
const FILES = 10_000;
const AT_ONCE = 1000;
const IN_PROCESSES = 200;
/** As many goals as may be changed. */
const MOST_GOALS = 20_000;

describe('hostile files, longer', () => {
  for (let first = SEED; first < SEED + FILES; first += AT_ONCE) {
    it(`are read, merged, and asked for everything within 2 s of CPU each: ${AT_ONCE} from seed ${first} on`, () => {
      const { readable, bytes, longest } = fuzzHostileFiles(first, AT_ONCE, true);
      const size = Math.round(bytes / AT_ONCE);
      console.log(`      ${readable} readable, ${size} bytes each; ${JSON.stringify(longest)}`);
    });
  }

  it('end the processes of the command line and of the merge driver as soon', async () => {
    const processes = await runOnHostileFiles(SEED, IN_PROCESSES);
    console.log(`      ${processes} processes, from seed ${SEED} on`);
  });

  for (const name of [
    'a chain of parents',
    'a star',
    'one circle of parents',
    'a chain of pacts with a commitment each',
  ]) {
    it(`exhaust no stack: ${name}, of ${MOST_GOALS} goals`, () => {
      const document = documentWith(HOSTILE[name]?.(MOST_GOALS) ?? {});
      mergeEverything(document);
      const { snapshot, commits } = snapshotOf(document, 'team');
      for (const report of Object.values(REPORTS)) report(snapshot, commits);
    });
  }
});
