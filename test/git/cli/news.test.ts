import assert from 'node:assert/strict';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly goal: string | null;
  readonly type: string;
  readonly fields: readonly string[];
  readonly by: string | null;
}

describe('microgoals: what changed since I last looked', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  const news = async (...words: string[]): Promise<string[]> =>
    (await cli.json<Told[]>('news', ...words)).map(({ id, type, fields, by }) => [id, type, ...fields, by].join(' '));

  it('tells each change once, with who committed it, and all of it since a revision', async () => {
    assert.match((await cli.run('news')).stdout, /had not looked/);
    const id = await cli.id('add', '--team', 'Ship');
    const added = await cli.repository.commit('Goal', { name: 'Bo', email: 'bo@example.com' });
    assert.deepEqual(await news('--keep'), [`${id} added Bo`]);
    assert.deepEqual(await news(), [`${id} added Bo`]);
    assert.deepEqual(await news(), []);
    await cli.run('done', id);
    await cli.run('edit', id, '--title', 'Ship it');
    assert.equal((await cli.run('news', '--keep')).stdout, 'ana finished "Ship it": Title: Ship → Ship it\n');
    await cli.repository.commit('Ticked', { name: 'Cy', email: 'cy@example.com' });
    assert.equal((await cli.run('news')).stdout, 'Cy finished "Ship it": Title: Ship → Ship it\n');
    assert.equal((await cli.run('news')).stdout, 'Nothing changed.\n');
    assert.deepEqual(await news('--since', added), [`${id} done title Cy`]);
    assert.equal((await cli.run('news', '--since', 'nowhere')).code, 1);
    assert.equal(await cli.repository.git('status', '--porcelain'), '', 'nothing of it is in the work tree');
  });

  it('tells what was said of a goal, and nothing of a goal that only went to the archive', async () => {
    const id = await cli.id('add', '--team', 'Ship');
    await cli.run('news');
    await cli.id('check-in', 'add', '--goal', id, '--note', 'Half way');
    assert.deepEqual(
      (await cli.json<Told[]>('news', '--keep')).map(({ kind, goal, type }) => [kind, goal, type]),
      [['check-in', id, 'added']],
    );
    assert.match((await cli.run('news')).stdout, /^ana checked in on "Ship": Half way\n$/);
    await cli.run('done', id);
    await cli.run('news');
    await cli.run('archive', '--older-than', '0d', '--yes');
    assert.equal((await cli.run('news')).stdout, 'Nothing changed.\n');
  });

  it('of a file that cannot be read says where, and forgets nothing', async () => {
    const id = await cli.id('add', '--team', 'Ship');
    const text = await cli.repository.commit('Goal');
    await cli.run('news');
    await cli.repository.write('.microgoals/goals.json', '{ "version": 1,\n');
    const { code, stderr } = await cli.run('news');
    assert.deepEqual([code, /goals\.json:\d+:\d+: /.test(stderr)], [1, true], stderr);
    await cli.repository.git('checkout', '--quiet', text, '--', '.microgoals');
    await cli.run('done', id);
    assert.deepEqual(await news(), [`${id} done ana@example.com`]);
  });
});
