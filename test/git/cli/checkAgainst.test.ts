import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
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
  });

  it('misses everything where the file is gone', async () => {
    await cli.repository.git('rm', '-q', '-r', '.microgoals');
    const { code, problems } = await check('HEAD');
    assert.deepEqual([code, problems.map((problem) => problem.code)], [1, ['lost-record', 'lost-record']]);
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
