import assert from 'node:assert/strict';
import { OUR_LAYOUT } from '../goalLayout';
import { simulateTeam } from '../team';

/** Random histories of real clones with the driver: no conflict, one file in the end, nothing lost. */
export async function proveMergeHistories(mode: 'merge' | 'rebase', count: number, firstSeed: number): Promise<void> {
  let meetings = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const size = { people: 3 + (seed % 3), steps: 14 + (seed % 5), goals: 2 + (seed % 7) };
    const { meetings: met, ...result } = await simulateTeam({ seed, mode, ...size, driver: true, layout: OUR_LAYOUT });
    assert.deepEqual(result, { conflicts: 0, lost: [], converged: true }, `seed ${seed}, ${mode}`);
    meetings += met;
  }
  console.log(`      ${count} histories by ${mode} from seed ${firstSeed}, ${meetings} times work met`);
}
