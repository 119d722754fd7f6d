import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
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

  it('skills are shown with their path and assessments; a pact names who has none; a mentor is waited for (rows 23, 27, 32)', async () => {
    const skill = await cli.id('add', '--team', 'Learn to lead a design #growth', '--mentor', 'me', '--owner', 'none');
    const step = await cli.id('add', '--team', 'Draw one', '--parent', skill);
    for (const now of ['2', '3']) await cli.id('assessment', 'add', skill, '--wanted', '4', '--now', now);
    assert.match(
      (await cli.run('skills')).stdout,
      /Learn to lead a design\n {2}2 → 3, wanted 4\ng-\S+ {3}\[ \] Draw one\n/,
    );
    const [found] =
      await cli.json<{ id: string; assessments: { now: object[]; due: boolean }[]; steps: { id: string }[] }[]>(
        'skills',
      );
    assert.deepEqual([found?.id, found?.assessments[0]?.now.length, found?.steps[0]?.id], [skill, 2, step]);
    assert.match((await cli.run('show', skill)).stdout, /Mentor +\S[^]*Skill +\S.*: 2 → 3, wanted 4/);

    const pact = await cli.id('pact', 'add', 'Answer reviews', '--why', 'Nobody waits', '--owner', 'me');
    const status = await cli.json<{ withoutSkillGoal: string[] }>('pact', 'status', pact);
    assert.deepEqual(status.withoutSkillGoal, ['ana@example.com']);
    assert.match((await cli.run('pact', 'status', pact)).stdout, /No skill goal yet: \S/);
    await cli.run('edit', step, '--owner', 'me', '--tag', 'growth');
    assert.deepEqual((await cli.json<{ withoutSkillGoal: string[] }>('pact', 'status', pact)).withoutSkillGoal, []);

    // As if Bo had said it in another clone.
    const shared = `${cli.repository.path}/.microgoals/goals.json`;
    const text = await readFile(shared, 'utf8');
    await writeFile(shared, text.replaceAll('"by": "ana@example.com"', '"by": "bo@example.com"'));
    const [waits] = await cli.json<{ what: string; goal: string }[]>('waiting');
    assert.deepEqual([waits?.what, waits?.goal], ['advise', skill]);
    await cli.id('feedback', 'add', skill, 'Ask first', '--type', 'advice');
    assert.deepEqual(await cli.json('waiting'), []);
  });
});
