import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, rename, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MAX_BYTES } from '../../../src/core/document/parseGoalFile';
import { acquireLock } from '../../../src/store/lock';
import { systemRandom } from '../../../src/store/nodePorts';
import { readOwnText, readRegularFile } from '../../../src/store/readRegularFile';
import { readOrCreateReplica } from '../../../src/store/replica';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

describe('reading a regular file', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  let folder: TemporaryFolder;
  let file: string;
  beforeEach(async () => {
    folder = await temporaryFolder('regular');
    file = path.join(folder.path, 'list.md');
  });
  afterEach(() => folder.remove());

  it('gives bytes and mode, also through a link', async () => {
    await writeFile(file, '- a\n', { mode: 0o600 });
    await symlink(file, `${file}.link`);
    for (const each of [file, `${file}.link`]) {
      assert.deepEqual(await readRegularFile(each), { state: 'file', bytes: Buffer.from('- a\n'), mode: 0o600 });
    }
    assert.deepEqual(await readRegularFile(`${file}.link`, false), { state: 'other', kind: 'a symbolic link' });
  });

  it('waits for nothing else, and says what it is', async () => {
    execFileSync('mkfifo', [file]);
    await symlink(file, `${file}.link`);
    assert.deepEqual(await readRegularFile(file), { state: 'other', kind: 'a pipe' });
    assert.deepEqual(await readRegularFile(`${file}.link`), { state: 'other', kind: 'a pipe' });
    assert.deepEqual(await readRegularFile('/dev/zero'), { state: 'other', kind: 'a device' });
    assert.deepEqual(await readRegularFile(folder.path), { state: 'other', kind: 'a folder' });
  });

  it('waits for no pipe that takes the place of the file', async () => {
    const pipe = path.join(folder.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await writeFile(file, 'text');
    const reading = readRegularFile(file);
    await rename(pipe, file);
    const { state } = await reading;
    assert.ok(state === 'file' || state === 'other', state);
  });

  it('reads none that is too large, and none that is not there', async () => {
    await writeFile(file, '');
    await truncate(file, MAX_BYTES + 1);
    assert.deepEqual(await readRegularFile(file), { state: 'large', size: MAX_BYTES + 1 });
    await assert.rejects(readRegularFile(path.join(folder.path, 'none')), { code: 'ENOENT' });
    assert.equal(await readOwnText(path.join(folder.path, 'none')), undefined);
  });

  it('keeps a pipe in the place of a lock or of the name of the clone from holding anybody up', async () => {
    execFileSync('mkfifo', [file]);
    assert.equal(await readOwnText(file), '');
    await assert.rejects(acquireLock(file, 50), { code: 'locked' });
    await utimes(file, 0, 0);
    await (await acquireLock(file, 0)).release();
    await mkdir(path.join(folder.path, 'microgoals'));
    execFileSync('mkfifo', [path.join(folder.path, 'microgoals', 'replica')]);
    const replica = await readOrCreateReplica(path.join(folder.path, 'microgoals'), systemRandom);
    assert.equal(await readOwnText(path.join(folder.path, 'microgoals', 'replica')), `${replica}\n`);
  });
});
