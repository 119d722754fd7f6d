import assert from 'node:assert/strict';
import { temporaryFolder } from '../temporaryFolder';
import type { Work } from './textMerges';
import { textMerges } from './textMerges';

/** The most merges of a hundred that may conflict. */
const LIMITS: Readonly<Record<Work, number>> = { 'one add': 0.02, 'one check-in': 0.02, 'a week': 0.22 };
const SIZES = [10, 60, 350];
const SEED = 20_261_121;

/** Defines a test for each cell. @param slack added to each limit, for what chance does to few cases */
export function defineTextMergeTests(count: number, slack: number): void {
  for (const [work, limit] of Object.entries(LIMITS) as [Work, number][]) {
    for (const records of SIZES) {
      it(`${work} each on ${records} records`, async () => {
        const folder = await temporaryFolder('text');
        try {
          const { conflicts, wrong } = await textMerges({ work, records, count, seed: SEED }, folder);
          console.log(
            `      ${count} merges from seed ${SEED}: ${(100 * conflicts).toFixed(1)} % conflicts, ${wrong} wrong`,
          );
          assert.equal(wrong, 0);
          assert.ok(conflicts <= limit + slack);
        } finally {
          await folder.remove();
        }
      });
    }
  }
}
