import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inject, startChild } from '../../support/store/childProcess';
import { addGoal, goalFileAt } from '../../support/store/goalFileAt';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import { seededRandom } from '../../support/merge/seededRandom';

/** 50 instants in a normal run; MICROGOALS_KILLS asks for more, MICROGOALS_SEED for the instants of an earlier run. */
const KILLS = Number(process.env['MICROGOALS_KILLS'] ?? 50);
const SEED = Number(process.env['MICROGOALS_SEED'] ?? Date.now() % 1_000_000);
const SYSCALLS = ['pwrite64', 'fsync', 'rename', 'link', 'unlink', 'chmod,fchmod', 'close', 'openat'];

describe(`a writer that is killed (${KILLS} instants, seed ${SEED})`, function () {
  this.timeout(600_000);
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await temporaryFolder('killed');
  });
  afterEach(() => folder.remove());

  /** What was acknowledged is there, the file is whole, and the next save leaves no trace of the dead. */
  async function assertSound(acknowledged: readonly string[]): Promise<void> {
    const file = goalFileAt(folder.path);
    const reading = await file.read();
    assert.ok(reading.state === 'ok' || (reading.state === 'absent' && acknowledged.length === 0), reading.state);
    const there = reading.state === 'ok' ? [...reading.document.records.keys()] : [];
    assert.deepEqual(
      acknowledged.filter((id) => !there.includes(id)),
      [],
    );
    const change = addGoal('after the death');
    assert.ok((await file.save([change])).records.has(change.id));
    assert.deepEqual(await readdir(path.join(folder.path, '.microgoals')), ['goals.json']);
    assert.deepEqual(await readdir(path.join(folder.path, 'locks')), []);
  }

  it('at random instants loses nothing that it acknowledged', async () => {
    const random = seededRandom(SEED);
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const writer = startChild('writer', [folder.path, '0']);
      await writer.spoke;
      // The instant is the matter of this test, not a way to wait for something.
      await delay(random() * 40);
      writer.process.kill('SIGKILL');
      await writer.ended;
      acknowledged.push(...writer.lines);
      await assertSound(acknowledged);
    }
    assert.ok(acknowledged.length >= KILLS);
  });

  for (const calls of SYSCALLS) {
    it(`at its first, second and third ${calls} leaves a sound file`, async function () {
      if (process.platform !== 'linux') this.skip();
      const first = addGoal('before');
      await goalFileAt(folder.path).save([first]);
      for (const when of [1, 2, 3]) {
        // Of opening and closing only those of the file's own folder are meant; a starting Node does both a hundred times.
        const only = ['close', 'openat'].includes(calls) ? path.join(folder.path, '.microgoals') : undefined;
        const wrapper = inject(`${calls}:signal=KILL:when=${when}`, only);
        const writer = startChild('writer', [folder.path, '3'], wrapper);
        await writer.ended;
        assert.equal(writer.process.signalCode, 'SIGKILL', `killed at ${calls} ${when}`);
        await assertSound([first.id, ...writer.lines]);
      }
    });
  }
});
