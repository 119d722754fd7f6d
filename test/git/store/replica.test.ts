import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemRandom } from '../../../src/store/nodePorts';
import { readOrCreateReplica } from '../../../src/store/replica';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

describe('replica of a clone', () => {
  let folder: TemporaryFolder;
  let home: string;
  beforeEach(async () => {
    folder = await temporaryFolder('replica');
    home = path.join(folder.path, 'microgoals');
  });
  afterEach(() => folder.remove());

  it('is kept', async () => {
    const replica = await readOrCreateReplica(home, systemRandom);
    assert.match(replica, /^[0-9a-z]{4}$/);
    assert.equal(await readOrCreateReplica(home, systemRandom), replica);
    assert.deepEqual(await readdir(home), ['replica']);
  });

  it('is the same for all that ask at once', async () => {
    const replicas = await Promise.all(Array.from({ length: 20 }, () => readOrCreateReplica(home, systemRandom)));
    assert.equal(new Set(replicas).size, 1);
  });

  it('is made anew where the file is damaged', async () => {
    await mkdir(home);
    await writeFile(path.join(home, 'replica'), '../..');
    const replica = await readOrCreateReplica(home, systemRandom);
    assert.equal((await readFile(path.join(home, 'replica'), 'utf8')).trim(), replica);
  });

  it('is random where nothing can be kept', async () => {
    await writeFile(home, 'a file where the folder should be');
    assert.match(await readOrCreateReplica(home, systemRandom), /^[0-9a-z]{4}$/);
    const fixed = { bytes: () => Uint8Array.of(0, 10, 35, 255) };
    assert.equal(await readOrCreateReplica(undefined, fixed), '0az3');
  });
});
