import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { openSpool, readSpool } from '../../src/git/spool';
import { temporaryFolder } from '../support/temporaryFolder';

describe('a file between two processes', () => {
  it('has no name, and takes what comes at its end, wherever it is being read', async function () {
    // Elsewhere what is written to a place goes there.
    if (process.platform !== 'linux') this.skip();
    const folder = await temporaryFolder('spool');
    const spool = await openSpool(folder.path);
    assert.ok(spool);
    assert.deepEqual(await readdir(folder.path), []);
    // As Windows has it: a reading has just moved the place where both would write.
    for (const text of ['one ', 'two']) await spool.write(text, 0);
    let read = '';
    for await (const chunk of readSpool(spool, Promise.resolve())) read += chunk.toString();
    assert.equal(read, 'one two');
    await spool.close();
    await folder.remove();
  });

  it('is none where the folder takes no file', async () => {
    assert.equal(await openSpool(path.join(process.execPath, 'folder')), undefined);
  });
});
