import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject } from '../../../src/core/document/json';
import { withoutMember } from '../../../src/core/document/json';
import { commandLine } from '../../support/commandLine';
import { gitRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

interface Found {
  readonly code: string;
  readonly file: string;
  readonly line: number | null;
  readonly commit: string | null;
}

describe('microgoals check --against', () => {
  let cli: CliFixture;
  let kept: string;
  let lost: string;
  let start: string;
  const file = (): string => path.join(cli.repository.path, '.microgoals', 'goals.json');
  const check = async (revision: string): Promise<{ code: number; problems: Found[] }> => {
    const { code, stdout, stderr } = await cli.run('check', '--against', revision, '--json');
    assert.equal(stderr, '');
    return { code, problems: (JSON.parse(stdout) as { problems: Found[] }).problems };
  };
  beforeEach(async () => {
    cli = await cliFixture();
    kept = await cli.id('add', '--team', 'Kept');
    lost = await cli.id('add', '--team', 'Lost');
    await cli.run('done', kept);
    start = await cli.repository.commit('Start');
  });
  afterEach(() => cli.remove());

  it('is content with ordinary work, the archive included', async () => {
    await cli.run('rm', lost);
    await cli.run('reopen', kept);
    await cli.id('add', '--team', 'More');
    await cli.repository.commit('Work');
    assert.deepEqual(await check('HEAD~1'), { code: 0, problems: [] });
    await cli.run('done', kept);
    await cli.run('archive', '--yes', '--older-than', '0d');
    await cli.repository.commit('Archive');
    assert.deepEqual(await check(start), { code: 0, problems: [] });
  });

  it('finds a lost record and an edit that was thrown away, one line each', async () => {
    const { version, records } = JSON.parse(await readFile(file(), 'utf8')) as {
      version: number;
      records: Record<string, JsonObject>;
    };
    const record = { ...withoutMember(records[kept] ?? {}, 'edits'), status: 'open' };
    const text = { version, records: { ...withoutMember(records, lost), [kept]: record } };
    await writeFile(file(), `${JSON.stringify(text, null, 2)}\n`);
    await cli.repository.commit('Copied an old file over it');
    const { code, problems } = await check('HEAD^');
    assert.equal(code, 1);
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.file, problem.commit]),
      [
        ['lost-record', '.microgoals/goals.json', start],
        ['older-value', '.microgoals/goals.json', start],
      ],
    );
    const plain = await cli.run('check', '--against', start);
    assert.match(
      plain.stdout,
      /^\.microgoals\/goals\.json:1:1: g-.* \(lost-record\)\n\.microgoals\/goals\.json:\d+:7: /,
    );
  });

  it('takes what is not merged yet for no loss, but names it', async () => {
    await cli.repository.git('switch', '-q', '-c', 'side');
    await cli.id('add', '--team', 'On the side');
    await cli.run('reopen', kept);
    await cli.repository.commit('Side');
    await cli.repository.git('switch', '-q', 'main');
    const { code, problems } = await check('side');
    assert.deepEqual([code, problems.map((problem) => problem.code)], [0, ['unmerged-record']]);
    await cli.repository.git('rm', '-q', '-r', '.microgoals');
    const { stdout } = await cli.run('check', '--against', 'side');
    assert.match(stdout, /\(unmerged-record\)\n(.*\n)*2 problems\.$/m, 'what is only named is not counted');
  });

  it('misses everything where the file is gone', async () => {
    await cli.repository.git('rm', '-q', '-r', '.microgoals');
    const { code, problems } = await check('HEAD');
    assert.deepEqual([code, problems.map((problem) => problem.code)], [1, ['lost-record', 'lost-record']]);
  });

  it('is content with a revision that had no file yet', async () => {
    await cli.repository.git('rm', '-q', '-r', '--cached', '.microgoals');
    await cli.repository.git('commit', '-q', '-m', 'Before there were goals');
    const none = await cli.repository.git('rev-parse', 'HEAD');
    await cli.repository.commit('Goals');
    assert.deepEqual(await check(none), { code: 0, problems: [] });
  });

  describe('where the file cannot be read at that revision', () => {
    const archive = (): string => path.join(cli.repository.path, '.microgoals', 'archive.json');
    const cutOff = async (): Promise<void> => writeFile(file(), (await readFile(file(), 'utf8')).slice(0, 200));
    const stage = async (mode: string, name: string, object: string): Promise<void> => {
      await cli.repository.git('rm', '-q', '-r', '--cached', '.microgoals');
      await cli.repository.git('update-index', '--add', '--cacheinfo', `${mode},${object},${name}`);
    };
    const link = async (name: string): Promise<void> => {
      const target = await cli.repository.write('target', 'elsewhere.json');
      await stage('120000', name, await cli.repository.git('hash-object', '-w', target));
    };
    const unreadable: Record<string, () => Promise<void>> = {
      'it is cut off': cutOff,
      'it has conflict markers': async () =>
        writeFile(file(), `<<<<<<< ours\n${await readFile(file(), 'utf8')}=======\n{}\n>>>>>>> theirs\n`),
      'it is empty': () => writeFile(file(), ''),
      'it is too large': () => writeFile(file(), `{"version": 1, "records": {}}${' '.repeat(9 * 1024 * 1024)}`),
      'it has a newer format': () => writeFile(file(), '{"version": 2, "goals": {}}\n'),
      'it has a record twice': () => writeFile(file(), `{"version":1,"records":{"${lost}":{},"${lost}":{}}}`),
      'it is a Git LFS pointer': () =>
        writeFile(file(), `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`),
      'it is a link': () => link('.microgoals/goals.json'),
      'its folder is a link': () => link('.microgoals'),
      'its folder is a submodule': () => stage('160000', '.microgoals', start),
      'it is a folder': async () =>
        stage('100644', '.microgoals/goals.json/x', await cli.repository.git('hash-object', '-w', file())),
    };
    const mendedWithout = async (text: string, id: string): Promise<string> => {
      const broken = await cli.repository.git('rev-parse', 'HEAD');
      const { version, records } = JSON.parse(text) as { version: number; records: JsonObject };
      await cli.repository.git('rm', '-q', '-r', '--cached', '.microgoals');
      await writeFile(file(), `${JSON.stringify({ version, records: withoutMember(records, id) }, null, 2)}\n`);
      await cli.repository.commit('Mended, and a goal gone');
      return broken;
    };

    for (const [what, breakFile] of Object.entries(unreadable)) {
      it(`says so: ${what}`, async () => {
        const text = await readFile(file(), 'utf8');
        await breakFile();
        const isStaged = (await cli.repository.git('diff', '--cached', '--name-only')) !== '';
        if (!isStaged) await cli.repository.git('add', '.microgoals');
        await cli.repository.git('commit', '-q', '-m', 'Broken');
        const broken = await mendedWithout(text, lost);
        const { code, problems } = await check(broken);
        assert.equal(code, 1);
        assert.deepEqual(
          problems
            .filter((problem) => problem.code === 'unreadable-revision')
            .map((problem) => [problem.file, problem.commit]),
          what.startsWith('its folder')
            ? [
                ['.microgoals/goals.json', broken],
                ['.microgoals/archive.json', broken],
              ]
            : [['.microgoals/goals.json', broken]],
        );
        const plain = await cli.run('check', '--against', broken);
        assert.match(
          plain.stdout,
          new RegExp(`^\\.microgoals/goals\\.json: At ${broken.slice(0, 8)} it cannot be read`, 'm'),
        );
        assert.doesNotMatch(plain.stdout, /No problems/);
      });
    }

    it('says so: its content is not in this clone', async () => {
      const text = await readFile(file(), 'utf8');
      await cli.id('add', '--team', 'Only for a while');
      await cli.repository.commit('Another version');
      const broken = await mendedWithout(text, lost);
      const blob = await cli.repository.git('rev-parse', `${broken}:.microgoals/goals.json`);
      await rm(path.join(cli.repository.path, '.git', 'objects', blob.slice(0, 2), blob.slice(2)), { force: true });
      const { code, problems } = await check(broken);
      assert.deepEqual([code, problems.map((problem) => problem.code)], [1, ['unreadable-revision']]);
    });

    it('says so: the archive is cut off, while the shared file is compared', async () => {
      const text = await readFile(file(), 'utf8');
      await writeFile(archive(), '{"version": 1, "rec');
      await cli.repository.commit('Broken archive');
      await rm(archive());
      const broken = await mendedWithout(text, lost);
      const { code, problems } = await check(broken);
      assert.equal(code, 1);
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.file]),
        [
          ['lost-record', '.microgoals/goals.json'],
          ['unreadable-revision', '.microgoals/archive.json'],
        ],
      );
    });

    it('news since then are refused, not everything told as new', async () => {
      const text = await readFile(file(), 'utf8');
      await cutOff();
      await cli.repository.commit('Broken');
      const broken = await mendedWithout(text, lost);
      const { code, stdout, stderr } = await cli.run('news', '--since', broken);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, /^microgoals: At [0-9a-f]{8} it cannot be read/);
    });
  });

  it('finds what was taken out of a goal by hand, in the archive, too', async () => {
    await cli.run('edit', lost, '--owner', 'ana@example.com', '--notes', 'Why');
    await cli.run('archive', '--yes', '--older-than', '0d');
    const before = await cli.repository.commit('Owner');
    const strip = async (name: string, id: string, field: string): Promise<void> => {
      const place = path.join(cli.repository.path, '.microgoals', name);
      const { version, records } = JSON.parse(await readFile(place, 'utf8')) as {
        version: number;
        records: Record<string, JsonObject>;
      };
      const text = { version, records: { ...records, [id]: withoutMember(records[id] ?? {}, field) } };
      await writeFile(place, `${JSON.stringify(text, null, 2)}\n`);
    };
    await strip('goals.json', lost, 'notes');
    await strip('archive.json', kept, 'title');
    await cli.repository.commit('By hand');
    const { code, problems } = await check(before);
    assert.equal(code, 1);
    assert.deepEqual(
      problems.filter((problem) => problem.code === 'lost-value').map((problem) => problem.file),
      ['.microgoals/goals.json', '.microgoals/archive.json'],
    );
  });

  describe('in CI', () => {
    let clone: TemporaryFolder;
    before(async () => {
      clone = await temporaryFolder('clone');
    });
    after(() => clone.remove());

    it('says what a shallow clone needs', async () => {
      await cli.repository.commit('Second');
      await cli.repository.git('clone', '-q', '--depth=1', `file://${cli.repository.path}`, path.join(clone.path, 'c'));
      const there = commandLine(gitRepository(path.join(clone.path, 'c')).path, cli.data.path);
      const { code, stderr } = await there.run('check', '--against', start);
      assert.equal(code, 1);
      assert.match(stderr, /^microgoals: [^\n]*no commit here\. This clone is shallow: [^\n]*fetch-depth: 0\)\.\n$/);
      assert.equal((await there.run('check', '--against', 'HEAD')).code, 0);
      const wrong = await cli.run('check', '--against', '--all');
      assert.notEqual(wrong.code, 0);
    });
  });
});
