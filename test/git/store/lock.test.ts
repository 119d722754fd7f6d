import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GoalFileError } from '../../../src/core/document/fileReading';
import { acquireLock, removeLeftClaims } from '../../../src/store/lock';
import { newProcessMark } from '../../../src/store/processMark';
import { inject, startChild } from '../../support/store/childProcess';
import { goalFileAt } from '../../support/store/goalFileAt';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

const isLocked = (error: unknown) => error instanceof GoalFileError && error.code === 'locked';

describe('lock of a goals file', function () {
  this.timeout(300_000);
  let folder: TemporaryFolder;
  let file: string;
  beforeEach(async () => {
    folder = await temporaryFolder('lock');
    file = path.join(folder.path, 'goals.json.lock');
  });
  afterEach(() => folder.remove());

  /** The mark of a process that has ended; its start time keeps it from being taken for a later one with its number. */
  async function markOfDeadProcess(): Promise<string> {
    const child = startChild('locker', [path.join(folder.path, 'other.lock'), '0']);
    await child.ended;
    return newProcessMark().replace(`-${process.pid}-`, `-${child.process.pid ?? 0}-`);
  }

  it('is held by one and leaves nothing behind', async () => {
    const lock = await acquireLock(file);
    assert.ok(await lock.isOurs());
    await assert.rejects(acquireLock(file, 50), isLocked);
    await lock.release();
    await (await acquireLock(file, 0)).release();
    assert.deepEqual(await readdir(folder.path), []);
  });

  it('is respected while its process lives, however long, and taken over at once when that dies', async () => {
    const child = startChild('locker', [file, 'hold']);
    await child.spoke;
    // Only where the system tells when a process began is a number proof enough.
    if (process.platform === 'linux') await utimes(file, 0, 0);
    await assert.rejects(acquireLock(file, 50), isLocked);
    child.process.kill('SIGKILL');
    await child.ended;
    const lock = await acquireLock(file, 0);
    assert.ok(await lock.isOurs());
    await lock.release();
    assert.deepEqual(await readdir(folder.path), []);
  });

  it('is taken over when its number belongs to a later process', async () => {
    await writeFile(file, newProcessMark().replace(/-\d+-([0-9a-f]{12})$/, '-1-$1'));
    await (await acquireLock(file, 0)).release();
  });

  it('of another host is respected for 30 seconds, then taken over', async () => {
    await writeFile(file, newProcessMark().replace(/^[0-9a-f]{8}/, '00000000'));
    await assert.rejects(acquireLock(file, 50), isLocked);
    const before = Date.now() / 1000 - 31;
    await utimes(file, before, before);
    await (await acquireLock(file, 0)).release();
  });

  it('that this process could not remove when it released it is no obstacle', async () => {
    await writeFile(file, newProcessMark());
    await (await acquireLock(file, 0)).release();
  });

  it('is taken over though somebody died in the middle of a takeover', async () => {
    await writeFile(file, await markOfDeadProcess());
    const stale = await readFile(file, 'utf8');
    const claim = `${file}.${createHash('sha256').update(stale).digest('hex').slice(0, 16)}`;
    await writeFile(claim, await markOfDeadProcess());
    const lock = await acquireLock(file, 0);
    await writeFile(claim, await markOfDeadProcess());
    await removeLeftClaims(file);
    await lock.release();
    assert.deepEqual(await readdir(folder.path), []);
  });

  it('never has two holders, though every second one dies holding it', async () => {
    const dead = await markOfDeadProcess();
    await writeFile(file, dead);
    // Two of the four hesitate for 5 ms before each removal: what they have decided to remove is often another lock by then.
    const slow = process.platform === 'linux' ? inject('unlink:delay_enter=5000', file) : [];
    const children = [slow, slow, [], []].map((wrapper) => startChild('locker', [file, '100', dead], wrapper));
    await Promise.all(children.map((child) => child.ended));
    assert.deepEqual(
      children.map((child) => child.lines),
      Array(4).fill(['done']),
    );
  });

  it('makes a save of a second window wait, not fail', async () => {
    const lockFile = path.join(folder.path, 'locks', 'goals.json.lock');
    const goals = goalFileAt(folder.path);
    await mkdir(path.dirname(lockFile), { recursive: true });
    const lock = await acquireLock(lockFile);
    const saving = goals.save([{ type: 'add', id: 'g-0000000000', fields: { title: 'A' } }]);
    const early = await Promise.race([
      saving.then(() => 'saved'),
      new Promise((resolve) => setTimeout(resolve, 50, 'waiting')),
    ]);
    assert.equal(early, 'waiting');
    await lock.release();
    assert.ok((await saving).records.has('g-0000000000'));
  });
});
