import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inject, startChild } from '../../support/store/childProcess';
import { addGoal, goalFileAt } from '../../support/store/goalFileAt';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

/** System call that fails, error, code of the message, words of the message. */
const FAULTS = [
  ['pwrite64', 'ENOSPC', 'no-space', 'the disk is full'],
  ['pwrite64', 'EDQUOT', 'no-space', 'the disk quota is used up'],
  ['pwrite64', 'EIO', 'io', 'the disk reported an error'],
  ['fsync', 'ENOSPC', 'no-space', 'the disk is full'],
  ['fsync', 'EIO', 'io', 'the disk reported an error'],
  ['fsync', 'EROFS', 'denied', 'the disk is read-only'],
  ['rename', 'EROFS', 'denied', 'the disk is read-only'],
  ['rename', 'EACCES', 'denied', 'permission was denied'],
  ['rename', 'EPERM', 'denied', 'the system does not permit it'],
  ['rename', 'EIO', 'io', 'the disk reported an error'],
  ['rename', 'EBUSY', 'busy', 'another program is using it'],
  ['rename', 'EISDIR', 'not-a-file', 'it is a folder'],
  ['link', 'ENOSPC', 'no-space', 'the disk is full'],
  ['link', 'EROFS', 'denied', 'the disk is read-only'],
] as const;

describe('a save that fails', function () {
  this.timeout(300_000);
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });
  let folder: TemporaryFolder;
  let goals: string;
  let original: Buffer;
  beforeEach(async () => {
    folder = await temporaryFolder('failed');
    const file = goalFileAt(folder.path);
    await file.save([addGoal('Kept')]);
    goals = file.path;
    original = await readFile(goals);
  });
  afterEach(() => folder.remove());

  async function assertNothingLeft(): Promise<void> {
    assert.deepEqual(await readdir(path.dirname(goals)), ['goals.json']);
    assert.deepEqual(await readdir(path.join(folder.path, 'locks')), []);
  }

  for (const [call, error, code, reason] of FAULTS) {
    it(`by ${error} of ${call} says so, leaves the old bytes and no other file`, async () => {
      const child = startChild('writer', [folder.path, '1'], inject(`${call}:error=${error}`));
      await child.ended;
      const message = `! ${code} GoalFileError: .microgoals/goals.json was not saved: ${reason}.`;
      assert.equal(child.lines[0], message);
      assert.ok(
        child.lines.every((line) => line.startsWith('!')),
        'nothing is acknowledged',
      );
      assert.ok((await readFile(goals)).equals(original));
      await assertNothingLeft();
    });
  }

  it('succeeds when it is tried again', async () => {
    for (const call of ['pwrite64', 'fsync', 'rename']) {
      const child = startChild('writer', [folder.path, '1'], inject(`${call}:error=EIO:when=1`));
      await child.ended;
      const [failure, id] = child.lines;
      assert.match(failure ?? '', /^! io /);
      const reading = await goalFileAt(folder.path).read();
      assert.ok(reading.state === 'ok' && reading.document.records.has(id ?? ''), id);
      await assertNothingLeft();
    }
  });

  it('because the folder could not be made durable is not acknowledged, and trying again makes it so', async () => {
    const child = startChild('writer', [folder.path, '1'], inject('fsync:error=EIO:when=2'));
    await child.ended;
    assert.match(child.lines[0] ?? '', /^! io /);
    const failing = startChild('writer', [folder.path, '1'], inject('fsync:error=EIO:when=2+'));
    await failing.ended;
    assert.equal(failing.lines.filter((line) => !line.startsWith('!')).length, 0);
    const reading = await goalFileAt(folder.path).read();
    assert.ok(reading.state === 'ok' && reading.document.records.has(child.lines[1] ?? ''));
    await assertNothingLeft();
  });

  it('because of a write-protected file does not pass over the protection', async () => {
    const child = startChild('writer', [folder.path, '1'], inject('access,faccessat,faccessat2:error=EACCES', goals));
    await child.ended;
    assert.match(child.lines[0] ?? '', /^! denied .*permission was denied/);
    assert.ok((await readFile(goals)).equals(original));
    await assertNothingLeft();
  });

  it('because the file may not be read says so', async () => {
    const child = startChild('writer', [folder.path, '1'], inject('openat:error=EACCES', goals));
    await child.ended;
    assert.match(child.lines[0] ?? '', /^! denied .*cannot be read: permission was denied/);
    await assertNothingLeft();
  });
});
