import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('microgoals share', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
    await cli.repository.commit('Start');
  });
  afterEach(() => cli.remove());

  const shared = (): Promise<string> => readFile(path.join(cli.repository.path, '.microgoals', 'goals.json'), 'utf8');

  it('takes along what was said of the goal, with the days that it was said, and leaves self-assessments', async () => {
    const goal = await cli.id('add', 'Learn to cook #skill');
    const other = await cli.id('add', 'Stays mine');
    await cli.run('checkin', goal, '--note', 'Soup works');
    await cli.run('say', goal, 'Try bread');
    await cli.run('block', goal, 'No oven');
    await cli.run('milestone', 'add', 'First dinner', '--goal', goal);
    await cli.run('checkin', other, '--note', 'A secret');
    await cli.run('assess', goal, '--wanted', '4', '--now', '2', '--note', 'Only I know', '--personal');
    await cli.run('link', goal, 'HEAD');
    const before = await cli.json<Record<string, unknown>>('show', goal);
    const { code, stdout, stderr } = await cli.run('share', goal);
    assert.deepEqual([code, stderr], [0, '']);
    const text = await shared();
    for (const said of ['Soup works', 'Try bread', 'No oven']) assert.ok(text.includes(said), said);
    for (const own of ['A secret', 'Only I know', 'Stays mine']) assert.ok(!text.includes(own), own);
    assert.match(stdout, /\n\d entries go along\.\n/);
    assert.match(stdout, /1 entry stays yours alone\.\n$/);
    const after = await cli.json<Record<string, unknown>>('show', goal);
    assert.deepEqual(after['commits'], before['commits']);
    assert.match((await cli.run('check')).stdout, /^No problems\.$/m);
  });

  it('takes no relation along to a goal that stays, and a KPI only with the goals that are shared', async () => {
    const [goal, other] = [await cli.id('add', 'Ship'), await cli.id('add', 'Stays mine')];
    const kpi = await cli.id('kpi', 'add', 'Failures', '--goals', `${goal},${other}`);
    await cli.run('measure', kpi, '4');
    await cli.run('relation', 'add', '--goal', goal, '--to', other, '--type', 'dependsOn');
    await cli.run('share', goal);
    const text = await shared();
    assert.ok(text.includes(kpi) && text.includes('"value": 4'), 'the KPI and its reading');
    assert.ok(!text.includes(other));
    assert.equal((await cli.json<unknown[]>('relation', 'list', '--of', goal)).length, 1);
    assert.match((await cli.run('check')).stdout, /^No problems\.$/m);
  });
});

describe('microgoals carry-over of a goal that is here', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  it('says so and changes nothing, by id and by title', async () => {
    const goal = await cli.id('add', '--team', 'Ship the login page');
    await cli.repository.commit('Goals');
    await cli.repository.git('checkout', '-q', '-b', 'feat');
    await cli.id('add', '--team', 'Only there');
    await cli.repository.commit('More');
    await cli.repository.git('checkout', '-q', '-');
    for (const word of [goal, 'login']) {
      const { code, stdout, stderr } = await cli.run('carry-over', word);
      assert.deepEqual([code, stdout, stderr], [0, `${goal} is here already: Ship the login page\n`, '']);
    }
    assert.equal(await cli.repository.git('status', '--porcelain'), '');
    const both = await cli.run('carry-over', 'login', 'Only there');
    assert.match(both.stdout, /^g-\w+ is here already: .*\ng-\w+ carried over from feat: Only there\n$/);
    assert.equal((await cli.run('carry-over', 'nothing like it')).code, 1);
  });
});
