import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

interface Point {
  readonly date: string;
  readonly done: number;
  readonly total: number;
}

describe('microgoals: history of a goal', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  const counts = async (id: string): Promise<string[]> =>
    (await cli.json<Point[]>('history', id)).map(({ done, total }) => `${done}/${total}`);

  it('goes up with ticks and closing commits, and down with a revert, with and without what was kept', async () => {
    // Days ahead of now, since what the file says later than a commit would stand.
    const day = (number: number): string => new Date(Date.now() + number * 24 * 60 * 60 * 1000).toISOString();
    const top = await cli.id('add', '--team', '--kind', 'objective', 'Top');
    const first = await cli.id('add', '--team', '--parent', top, 'First');
    await cli.repository.commit('One goal', undefined, day(1));
    const second = await cli.id('add', '--team', '--parent', top, 'Second');
    const dropped = await cli.id('add', '--team', '--parent', top, 'Dropped');
    await cli.repository.commit('Three goals', undefined, day(2));
    await cli.run('done', first);
    await cli.run('edit', dropped, '--status', 'dropped', '--reason', 'Not needed');
    await cli.repository.commit('Ticked', undefined, day(3));
    const closing = await cli.repository.commit(`Second\n\nCloses-Goal: ${second}`, undefined, day(4));
    const expected = ['0/1', '0/3', '1/2', '2/2'];
    assert.deepEqual((await counts(top)).slice(0, 4), expected);
    assert.deepEqual((await counts(top)).slice(0, 4), expected);
    await rm(path.join(cli.repository.path, '.git/microgoals/burnup.json'));
    assert.deepEqual((await counts(top)).slice(0, 4), expected);
    await cli.repository.commit(`Revert "Second"\n\nThis reverts commit ${closing}.`, undefined, day(5));
    assert.deepEqual((await counts(top)).slice(0, 5), [...expected, '1/2']);
    assert.match((await cli.run('history', top)).stdout, /#+\.+ +1\/2/);
    assert.deepEqual((await counts(second)).at(-1), '0/1');
  });

  it('of a goal that was never committed is what is now', async () => {
    const id = await cli.id('add', '--team', 'New');
    assert.deepEqual(await counts(id), ['0/1']);
  });
});
