import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatDocument } from '../../../src/core/document/formatDocument';
import { inject, startChild } from '../../support/store/childProcess';
import { addGoal, goalFileAt } from '../../support/store/goalFileAt';
import { temporaryFolder } from '../../support/temporaryFolder';

describe('a program that writes the goals file without asking for the lock', function () {
  this.timeout(300_000);

  it('loses nothing to a save that had begun before', async function () {
    if (process.platform !== 'linux') this.skip();
    const folder = await temporaryFolder('foreign');
    try {
      const file = goalFileAt(folder.path);
      const document = await file.save([addGoal('before')]);
      const home = path.dirname(file.path);
      // The save is held up for five seconds when its bytes are written and nothing is renamed yet.
      const child = startChild('writer', [folder.path, '1'], inject('fsync:delay_enter=5000000:when=1'));
      const folderEvents = watch(home);
      while (readdirSync(home).length < 2) await once(folderEvents, 'change');
      folderEvents.close();
      const foreign = addGoal('by hand');
      const stamped = { ...foreign.fields, created: '20261121T183304123Z-0000-hand' };
      const records = new Map(document.records).set(foreign.id, stamped);
      const other = path.join(folder.path, 'other.json');
      await writeFile(other, formatDocument({ ...document, records }));
      await rename(other, file.path);
      await child.ended;
      const reading = await file.read();
      assert.ok(reading.state === 'ok');
      const ids = [...reading.document.records.keys()].sort();
      assert.deepEqual(ids, [...document.records.keys(), foreign.id, child.lines[0] ?? ''].sort());
      assert.deepEqual(await readdir(home), ['goals.json']);
    } finally {
      await folder.remove();
    }
  });
});
