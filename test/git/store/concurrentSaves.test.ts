import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { startChild } from '../../support/store/childProcess';
import { goalFileAt } from '../../support/store/goalFileAt';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

const PROCESSES = 4;
const ADDS = 250;

describe('saves of several processes at once', function () {
  this.timeout(600_000);
  let folder: TemporaryFolder;
  before(async () => {
    folder = await temporaryFolder('concurrent');
  });
  after(() => folder.remove());

  it(`keeps all of ${PROCESSES} × ${ADDS} adds, and each reading in between is whole`, async () => {
    const children = Array.from({ length: PROCESSES }, () => startChild('writer', [folder.path, String(ADDS)]));
    const file = goalFileAt(folder.path);
    const state = { running: true };
    const ended = Promise.all(children.map((child) => child.ended)).then(() => {
      state.running = false;
    });
    let readings = 0;
    let most = 0;
    while (state.running) {
      const reading = await file.read();
      assert.ok(reading.state === 'absent' || reading.state === 'ok', JSON.stringify(reading).slice(0, 300));
      const size = reading.state === 'ok' ? reading.document.records.size : 0;
      assert.ok(size >= most, 'a later reading holds what an earlier one held');
      most = size;
      readings++;
    }
    await ended;
    assert.ok(readings > 10);
    const acknowledged = children.flatMap((child) => child.lines);
    assert.deepEqual(
      acknowledged.filter((line) => line.startsWith('!')),
      [],
    );
    assert.equal(acknowledged.length, PROCESSES * ADDS);
    const reading = await file.read();
    assert.ok(reading.state === 'ok');
    assert.equal(reading.document.records.size, PROCESSES * ADDS);
    assert.deepEqual(
      acknowledged.filter((id) => !reading.document.records.has(id)),
      [],
    );
    assert.deepEqual(await readdir(path.join(folder.path, '.microgoals')), ['goals.json']);
    assert.deepEqual(await readdir(path.join(folder.path, 'locks')), []);
  });
});
