import assert from 'node:assert/strict';
import { simulateUnsharedWeek } from '../support/unsharedWeek';

describe("goal edits stay out of git's way, longer", function () {
  this.timeout(1_800_000);

  for (const seed of [1, 2, 3]) {
    it(`with cleanTree git refuses none of 200 commands, and no edit is lost (seed ${seed})`, async () => {
      const { refused, lost } = await simulateUnsharedWeek({ seed, commands: 200, mode: 'clean-tree' });
      assert.deepEqual({ refused, lost }, { refused: [], lost: [] });
    });

    it(`without it one click before each of 200 commands is enough (seed ${seed})`, async () => {
      const { refused, lost } = await simulateUnsharedWeek({ seed, commands: 200, mode: 'click' });
      assert.deepEqual({ refused, lost }, { refused: [], lost: [] });
    });
  }
});
