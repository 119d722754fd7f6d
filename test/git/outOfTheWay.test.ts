import assert from 'node:assert/strict';
import { simulateUnsharedWeek } from '../support/unsharedWeek';

const SEED = Number(process.env['MICROGOALS_SEED'] ?? 20261121);

describe(`goal edits stay out of git's way (seed ${SEED})`, function () {
  this.timeout(300_000);

  it('with cleanTree git refuses none of 100 commands, and no edit is lost', async () => {
    const { refused, lost, commands, edits } = await simulateUnsharedWeek({
      seed: SEED,
      commands: 100,
      mode: 'clean-tree',
    });
    assert.deepEqual(refused, []);
    assert.deepEqual(lost, []);
    assert.ok(commands >= 100 && edits >= 50, `${commands} commands, ${edits} edits`);
  });

  it('without it one click before each of 25 commands is enough', async () => {
    const { refused, lost, clicks } = await simulateUnsharedWeek({ seed: SEED, commands: 25, mode: 'click' });
    assert.deepEqual(refused, []);
    assert.deepEqual(lost, []);
    assert.ok(clicks > 0);
  });
});
