import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileReading } from '../../../src/core/document/fileReading';
import { GoalFileError } from '../../../src/core/document/fileReading';
import type { GoalFileErrorCode } from '../../../src/core/document/fileReading';
import { formatDocument } from '../../../src/core/document/formatDocument';
import { emptyDocument } from '../../../src/core/document/goalDocument';
import { createStamper } from '../../../src/core/document/stamp';
import type { GoalFile } from '../../../src/core/space/goalSources';
import { createGoalFile } from '../../../src/store/goalFileStore';
import { createHandEditGuard } from '../../../src/store/handEditGuard';
import { systemClock } from '../../../src/store/nodePorts';
import { newProcessMark } from '../../../src/store/processMark';
import { addGoal, goalFileAt } from '../../support/store/goalFileAt';
import { quietLog } from '../../support/store/quietLog';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

describe('goals file on disk', () => {
  let folder: TemporaryFolder;
  let file: GoalFile;
  let home: string;
  beforeEach(async () => {
    folder = await temporaryFolder('store');
    file = goalFileAt(folder.path);
    home = path.dirname(file.path);
  });
  afterEach(() => folder.remove());

  function problemOf(reading: FileReading): string {
    assert.ok(reading.state === 'broken' || reading.state === 'readOnly', reading.state);
    const [first] = reading.problems;
    return `${first?.code ?? ''}: ${first?.message ?? ''}`;
  }

  async function assertRejected(code: GoalFileErrorCode, words: RegExp): Promise<void> {
    await assert.rejects(file.save([addGoal('A')]), (error: unknown) => {
      assert.ok(error instanceof GoalFileError);
      assert.equal(error.code, code, error.message);
      assert.match(error.message, words);
      return true;
    });
  }

  it('is absent before the first save, which makes its folder', async () => {
    assert.deepEqual(await file.read(), { state: 'absent' });
    const change = addGoal('A');
    const saved = await file.save([change]);
    const reading = await file.read();
    assert.ok(reading.state === 'ok');
    assert.deepEqual([...reading.document.records], [...saved.records]);
    assert.equal(await readFile(file.path, 'utf8'), formatDocument(saved));
    assert.deepEqual(await readdir(home), ['goals.json']);
  });

  it('is not made by a save that changes nothing or fails', async () => {
    await file.save([]);
    await assert.rejects(file.save([{ type: 'set', id: 'g-0000000000', path: 'title', value: 'B' }]), {
      code: 'record-gone',
    });
    assert.deepEqual(await readdir(folder.path), []);
  });

  it('is laid out as we do by a save, whoever wrote it before', async () => {
    const stamper = createStamper(systemClock, 'test');
    const memory = path.join(folder.path, 'written');
    const handEdits = createHandEditGuard({ memory, committed: () => Promise.resolve(undefined), stamper });
    const place = { path: file.path, root: folder.path, lockFolder: home, stamper, log: quietLog, handEdits };
    const saved = async (): Promise<string> => {
      const { records, top } = await createGoalFile(place).save([addGoal('More')]);
      const text = await readFile(file.path, 'utf8');
      assert.equal(text, formatDocument({ records, top }));
      return text;
    };
    await saved();
    // What was written last is known by its hash; by hand the same goals are laid out otherwise.
    const indented = JSON.stringify(JSON.parse(await saved()), undefined, 4);
    await writeFile(file.path, indented);
    await saved();
    // As a merge would have it written, byte by byte.
    await createGoalFile(place).rewrite((document) => Promise.resolve({ document, bytes: Buffer.from(indented) }));
    assert.equal(await readFile(file.path, 'utf8'), indented);
    await saved();
    await saved();
  });

  it('is not written by a change that alters nothing', async () => {
    const change = addGoal('A');
    await file.save([change]);
    const earlier = await stat(file.path);
    await file.save([{ type: 'set', id: change.id, path: 'title', value: 'A' }]);
    const later = await stat(file.path);
    assert.deepEqual([later.ino, later.mtimeMs], [earlier.ino, earlier.mtimeMs]);
  });

  it('takes saves of one process in their order, also after one that failed', async () => {
    const change = addGoal('A');
    const set = (value: string) => file.save([{ type: 'set', id: change.id, path: 'title', value }]);
    const early = assert.rejects(set('too early'), { code: 'record-gone' });
    await Promise.all([early, file.save([change]), set('B'), set('C')]);
    const reading = await goalFileAt(folder.path).read();
    assert.ok(reading.state === 'ok');
    assert.match(formatDocument(reading.document), /"title": "C"/);
  });

  it('keeps its permissions', async () => {
    await file.save([addGoal('A')]);
    for (const mode of [0o640, 0o666, 0o755]) {
      await chmod(file.path, mode);
      await file.save([addGoal('B')]);
      assert.equal((await stat(file.path)).mode & 0o777, mode);
    }
  });

  it('is cleaned of what a dead process left, not of what a living one is writing', async () => {
    await file.save([addGoal('A')]);
    const dead = newProcessMark().replace(/-\d+-([0-9a-f]{12})$/, '-1-$1');
    await writeFile(path.join(home, `.goals.json.${dead}.microgoals-tmp`), '');
    const living = `.goals.json.${newProcessMark()}.microgoals-tmp`;
    await writeFile(path.join(home, living), '');
    await writeFile(path.join(home, '.other.microgoals-tmp'), '');
    await file.save([addGoal('B')]);
    assert.deepEqual((await readdir(home)).sort(), [living, '.other.microgoals-tmp', 'goals.json'].sort());
  });

  it('that is broken or newer is left alone, and the message names the place', async () => {
    await mkdir(home);
    const newer = formatDocument({ ...emptyDocument(), top: { version: 2 } });
    const cases = [
      ['{\n  "version": 1,\n  oops\n}\n', 'broken', /Line 3, column 3/],
      ['<<<<<<< HEAD\n{}\n', 'broken', /Line 1, column 1.*merge markers/],
      ['', 'broken', /empty/],
      [newer, 'read-only', /Line 2.*version 2/],
    ] as const;
    for (const [text, code, words] of cases) {
      await writeFile(file.path, text);
      await assertRejected(code, words);
      assert.equal(await readFile(file.path, 'utf8'), text);
    }
    assert.deepEqual(await readdir(home), ['goals.json']);
  });

  it('that is too large is not even read', async () => {
    await mkdir(home);
    await writeFile(file.path, '');
    await truncate(file.path, 100 * 1024 * 1024);
    assert.match(problemOf(await file.read()), /^too-large: /);
    await assertRejected('read-only', /104857600 bytes/);
    assert.equal((await stat(file.path)).size, 100 * 1024 * 1024);
  });

  it('is refused where a folder, a pipe, a device or a file for its folder stands', async () => {
    await mkdir(file.path, { recursive: true });
    assert.match(problemOf(await file.read()), /^not-a-file: .*is a folder/);
    await assertRejected('not-a-file', /is a folder/);

    const piped = goalFileAt(path.join(folder.path, 'piped'));
    await mkdir(path.dirname(piped.path), { recursive: true });
    execFileSync('mkfifo', [piped.path]);
    assert.match(problemOf(await piped.read()), /^not-a-file: .*is a pipe/);
    await assert.rejects(piped.save([addGoal('A')]), { code: 'not-a-file' });
    assert.ok((await lstat(piped.path)).isFIFO());

    const flat = goalFileAt(path.join(folder.path, 'flat'));
    await mkdir(path.join(folder.path, 'flat'));
    await writeFile(path.join(folder.path, 'flat', '.microgoals'), 'mine');
    assert.match(problemOf(await flat.read()), /^not-a-file: .*not a folder/);
    await assert.rejects(flat.save([addGoal('A')]), { code: 'not-a-file' });
  });

  it('stays a symbolic link where that leads to a place inside', async () => {
    await mkdir(home);
    const elsewhere = path.join(folder.path, 'docs.json');
    await writeFile(elsewhere, formatDocument(emptyDocument()));
    await symlink('../docs.json', file.path);
    const change = addGoal('A');
    await file.save([change]);
    assert.ok((await lstat(file.path)).isSymbolicLink());
    assert.match(await readFile(elsewhere, 'utf8'), new RegExp(change.id));
    assert.deepEqual(await readdir(folder.path), ['.microgoals', 'docs.json', 'locks']);
  });

  it('is refused where a symbolic link leads outside or nowhere', async () => {
    const outside = await temporaryFolder('outside');
    try {
      const text = formatDocument(emptyDocument());
      await writeFile(path.join(outside.path, 'goals.json'), text);
      await symlink(outside.path, home);
      assert.match(problemOf(await file.read()), /^outside: /);
      await assertRejected('outside', /outside/);
      assert.deepEqual(await readdir(outside.path), ['goals.json']);
      assert.equal(await readFile(path.join(outside.path, 'goals.json'), 'utf8'), text);

      const linked = goalFileAt(path.join(folder.path, 'linked'));
      await mkdir(path.dirname(linked.path), { recursive: true });
      await symlink(path.join(outside.path, 'goals.json'), linked.path);
      assert.match(problemOf(await linked.read()), /^outside: /);

      const lost = goalFileAt(path.join(folder.path, 'lost'));
      await mkdir(path.dirname(lost.path), { recursive: true });
      await symlink('nowhere.json', lost.path);
      assert.match(problemOf(await lost.read()), /^not-a-file: .*leads nowhere/);
      await assert.rejects(lost.save([addGoal('A')]), { code: 'not-a-file' });
    } finally {
      await outside.remove();
    }
  });
});
