import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('microgoals archive', () => {
  let cli: CliFixture;
  let old: string;
  let part: string;
  let young: string;
  const file = (name: string): string => path.join(cli.repository.path, '.microgoals', name);
  beforeEach(async () => {
    cli = await cliFixture();
    old = await cli.id('add', '--team', 'Old');
    part = await cli.id('add', '--team', 'Part', '--parent', old);
    await cli.run('done', old, part);
    // As if all that had been done a year ago.
    const text = await readFile(file('goals.json'), 'utf8');
    const year = new Date().getUTCFullYear();
    await writeFile(file('goals.json'), text.replaceAll(`"${year}`, `"${year - 1}`));
    young = await cli.id('add', '--team', 'Young');
    await cli.run('done', young);
  });
  afterEach(() => cli.remove());

  it('lists first, moves on --yes, and is found where it is looked for', async () => {
    const before = await readFile(file('goals.json'), 'utf8');
    const preview = await cli.run('archive');
    assert.match(preview.stdout, new RegExp(`^${old} to archive: Old\\n${part} to archive: Part\\n.*--yes`));
    assert.equal(await readFile(file('goals.json'), 'utf8'), before);

    assert.equal((await cli.run('archive', '--yes')).code, 0);
    const ids = async (...options: string[]): Promise<string[]> =>
      (await cli.json<ListedGoal[]>('list', ...options)).map(({ id }) => id);
    assert.deepEqual(await ids(), [young]);
    assert.deepEqual(new Set(await ids('--archived')), new Set([young, old, part]));
    assert.equal((await cli.json<ListedGoal>('show', part)).parent, old);
    assert.deepEqual(await cli.json('check'), { ok: true, problems: [] });
    assert.match((await cli.run('archive', '--yes')).stdout, /^Nothing was closed 90 days ago/);
  });

  it('restores the very bytes', async () => {
    const before = await readFile(file('goals.json'), 'utf8');
    await cli.run('archive', '--yes');
    const restored = await cli.run('archive', '--restore', part);
    assert.equal(restored.code, 0);
    assert.ok(restored.stdout.includes(`${old} restored: Old`));
    assert.equal(await readFile(file('goals.json'), 'utf8'), before);
    assert.equal((await cli.run('archive', '--restore', part)).code, 1);
  });

  it('says what is wrong with the archive in check, and changes nothing then', async () => {
    await cli.run('archive', '--yes');
    const text = await readFile(file('archive.json'), 'utf8');
    await writeFile(file('archive.json'), text.replace('"kind": "micro"', '"kind": "pipedream"'));
    const { problems } = JSON.parse((await cli.run('check', '--json')).stdout) as { problems: { file: string }[] };
    assert.deepEqual(
      problems.map((problem) => problem.file),
      ['.microgoals/archive.json'],
    );
    await writeFile(file('archive.json'), '{');
    const before = await readFile(file('goals.json'), 'utf8');
    for (const args of [['archive', '--yes', '--older-than', '0d'], ['check']]) {
      assert.equal((await cli.run(...args)).code, 1);
    }
    assert.equal(await readFile(file('goals.json'), 'utf8'), before);
    assert.equal((await cli.run('archive', '--older-than', 'soon')).code, 2);
  });
});
