import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { viewState } from '../../../src/editor/tree/viewState';
import { parseGoalFile } from '../../../src/core/document/parseGoalFile';
import { snapshotOf } from '../../support/teamSnapshot';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

const OID = `oid sha256:${'4d7a2146'.repeat(8)}`;
const POINTERS: Readonly<Record<string, string>> = {
  plain: `version https://git-lfs.github.com/spec/v1\n${OID}\nsize 12345\n`,
  'with an extension': `version https://git-lfs.github.com/spec/v1\next-0-zip sha256:${'0'.repeat(64)}\n${OID}\nsize 7\n`,
  'with line ends of Windows': `version https://git-lfs.github.com/spec/v1\r\n${OID}\r\nsize 9\r\n`,
};

describe('a shared file that is a pointer of Git LFS', () => {
  let cli: CliFixture;
  let goal: string;
  let personal: string;
  beforeEach(async () => {
    cli = await cliFixture();
    goal = await cli.id('add', '--team', 'Ship the login page');
    personal = await cli.id('add', 'Mine');
    await cli.repository.commit('Goals');
  });
  afterEach(() => cli.remove());

  const file = (name: string): string => path.join(cli.repository.path, '.microgoals', name);

  for (const [name, pointer] of Object.entries(POINTERS)) {
    it(`is called one and never written over: ${name}`, async () => {
      await writeFile(file('goals.json'), pointer);
      for (const args of [
        ['add', '--team', 'Another'],
        ['edit', goal, '--title', 'Other'],
        ['share', personal],
        ['kpi', 'add', 'Failures'],
        ['init'],
        ['park'],
        ['archive', '--yes'],
      ]) {
        const { stderr, stdout } = await cli.run(...args);
        assert.equal(await readFile(file('goals.json'), 'utf8'), pointer, args.join(' '));
        assert.match(stderr + stdout, /pointer of Git LFS.*git lfs pull/, args.join(' '));
      }
      assert.match((await cli.run('resolve')).stdout, /Nothing to resolve/);
      const { code, stdout } = await cli.run('check');
      assert.equal(await readFile(file('goals.json'), 'utf8'), pointer);
      assert.equal(code, 1);
      assert.match(stdout, /^\.microgoals\/goals\.json:1:1: The file is a pointer of Git LFS; .*\(lfs-pointer\)$/m);
    });
  }

  it('is taken out of LFS by the line and the command that are said', async () => {
    await cli.repository.write('.gitattributes', '*.json filter=lfs diff=lfs merge=lfs -text\n');
    const reading = parseGoalFile(Buffer.from(POINTERS['plain'] ?? ''));
    const problems = 'problems' in reading ? reading.problems : [];
    const [line = '', command = ''] = [...(problems[0]?.message ?? '').matchAll(/"([^"]+)"/g)]
      .slice(1)
      .map(([, said = '']) => said);
    await cli.repository.write('.gitattributes', `*.json filter=lfs diff=lfs merge=lfs -text\n${line}\n`);
    const attributes = await cli.repository.git(
      'check-attr',
      'filter',
      'diff',
      'merge',
      '--',
      '.microgoals/goals.json',
    );
    assert.equal(attributes.match(/: unspecified$/gm)?.length, 3);
    await cli.repository.git(...command.replace(/^git /, '').split(' '));
  });

  it('has a text of its own in place of the goals, which the editor shows', () => {
    const reading = parseGoalFile(Buffer.from(POINTERS['plain'] ?? ''));
    const place = { folder: true, git: 'open' as const, trusted: true };
    assert.equal(viewState('team', snapshotOf({ team: reading }), place), 'lfsPointer');
  });

  it('is called one, too, where it is the archive', async () => {
    await writeFile(file('archive.json'), POINTERS['plain'] ?? '');
    const { code, stdout } = await cli.run('check');
    assert.equal(code, 1);
    assert.match(stdout, /^\.microgoals\/archive\.json:1:1: The file is a pointer of Git LFS/m);
  });
});
