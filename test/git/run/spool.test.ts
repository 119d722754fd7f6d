import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { openSpool, readSpool } from '../../../src/git/run/spool';
import { temporaryFolder } from '../../support/temporaryFolder';

describe('a file between two processes', () => {
  it('has no name, and takes what comes at its end, wherever the place of the last writing was', async () => {
    const folder = await temporaryFolder('spool');
    const spool = await openSpool(folder.path);
    assert.ok(spool);
    assert.deepEqual(await readdir(folder.path), []);
    // The end is elsewhere now than the place that both processes share, as after a reading on Windows.
    await spool.write('one ');
    await spool.truncate(0);
    for (const text of ['two ', 'three']) await spool.write(text);
    let read = '';
    for await (const chunk of readSpool(spool, Promise.resolve())) read += chunk.toString();
    assert.equal(read, 'two three');
    await spool.close();
    await folder.remove();
  });

  it('is none where the folder takes no file', async () => {
    assert.equal(await openSpool(path.join(process.execPath, 'folder')), undefined);
  });
});
