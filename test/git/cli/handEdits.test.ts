import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

interface Stored {
  readonly records: Record<string, { readonly title?: string; readonly edits?: Record<string, string> }>;
}

describe('edits by hand', () => {
  let repository: TemporaryRepository;
  let data: TemporaryFolder;
  let cli: CommandLine;
  let file: string;
  let edited: string;
  let other: string;

  beforeEach(async () => {
    repository = await temporaryRepository();
    data = await temporaryFolder('data');
    cli = commandLine(repository.path, data.path);
    file = path.join(repository.path, '.microgoals', 'goals.json');
    edited = await cli.id('add', '--team', 'Before');
    other = await cli.id('add', '--team', 'Other');
    await repository.commit('Goals');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"Before"', '"After"'));
  });

  afterEach(async () => {
    await repository.remove();
    await data.remove();
  });

  const stored = async (): Promise<Stored> => JSON.parse(await readFile(file, 'utf8')) as Stored;

  it('get a stamp with the next save, and only they do', async () => {
    await cli.run('done', other);
    const { records } = await stored();
    assert.equal(records[edited]?.title, 'After');
    assert.deepEqual(Object.keys(records[edited]?.edits ?? {}), ['title']);
    assert.deepEqual(Object.keys(records[other]?.edits ?? {}), ['status']);
  });

  it('keep that stamp afterwards', async () => {
    await cli.run('done', other);
    const first = (await stored()).records[edited]?.edits;
    await cli.run('reopen', other);
    assert.deepEqual((await stored()).records[edited]?.edits, first);
  });

  it('get none by being read, nor by a change that alters nothing', async () => {
    const before = await readFile(file, 'utf8');
    await cli.run('list');
    await cli.run('edit', other, '--title', 'Other');
    assert.equal(await readFile(file, 'utf8'), before);
  });

  it('that left a file unreadable are said, and nobody is told that there are no goals', async () => {
    await writeFile(file, '{');
    const { code, stdout, stderr } = await cli.run('list');
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /goals\.json:1:\d+: /);
  });

  it('that were committed are left to the merge', async () => {
    await repository.commit('By hand');
    await cli.run('done', other);
    assert.equal((await stored()).records[edited]?.edits, undefined);
  });
});
