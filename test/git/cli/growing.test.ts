import assert from 'node:assert/strict';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('microgoals: what helps people grow', () => {
  let cli: CliFixture;
  before(async () => {
    cli = await cliFixture();
  });
  after(() => cli.remove());

  it('lessons are written with the goal that was missed, and found by their words (row 34)', async () => {
    const id = await cli.id('add', '--team', 'Migrate the database #ops');
    await cli.run('edit', id, '--status', 'missed', '--learned', 'Try the restore first');
    await cli.id('review', 'add', '--adjust', 'Ask earlier');
    assert.match((await cli.run('lessons', 'database', 'RESTORE')).stdout, /^g-\S+ Try the restore first {2}Migrate/);
    const [lesson] = await cli.json<{ goal: string; status: string; learned: string }[]>('lessons', '#ops');
    assert.deepEqual([lesson?.goal, lesson?.status, lesson?.learned], [id, 'missed', 'Try the restore first']);
    assert.equal((await cli.json<unknown[]>('lessons')).length, 2);
    assert.equal((await cli.run('lessons', 'nothing')).stdout, 'No lessons.\n');
    assert.match((await cli.run('show', id)).stdout, /Learned +Try the restore first/);
  });

  it('hints say what is unclear in a goal of the team, refuse nothing and leave personal goals alone (row 7)', async () => {
    const id = await cli.id('add', '--team', 'Login page');
    await cli.id('add', 'Things');
    assert.match(
      (await cli.run('hints')).stdout,
      /^g-\S+ Login page: the title does not say what is to happen; no due day\n$/,
    );
    assert.deepEqual(await cli.json('hints', id), [{ id, title: 'Login page', hints: ['verb', 'due'] }]);
    assert.match((await cli.run('show', id)).stdout, /Hints +the title does not say/);
    await cli.run('edit', id, 'Ship the login page !2d');
    assert.equal((await cli.run('hints')).stdout, 'Nothing to say.\n');
  });
});
