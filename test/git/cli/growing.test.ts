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
    const like = await cli.id('add', '--team', 'Migrate the users to the new database');
    const before = /Try the restore first \(Migrate the database\)/;
    assert.match((await cli.run('hints', like)).stdout, new RegExp(`learned before: ${before.source}`));
    assert.match((await cli.run('show', like)).stdout, new RegExp(`Learned before +${before.source}`));
    assert.doesNotMatch((await cli.run('show', id)).stdout, /Learned before/);
    await cli.run('rm', like);
  });

  it('a goal of the team is dropped with a reason and missed with a lesson, whatever verb says it; lessons find both (row 34)', async () => {
    const goal = await cli.id('add', '--team', 'Rewrite the parser');
    const objective = await cli.id('objective', 'add', 'Parse faster');
    for (const [status, option, word] of [
      ['dropped', '--reason', 'The old one is fast enough'],
      ['missed', '--learned', 'Profile before a rewrite'],
    ] as const)
      for (const [id, verb] of [
        [goal, ['edit']],
        [objective, ['objective', 'edit']],
      ] as const) {
        const before = await cli.json<{ status: string }>('show', id);
        const silent = await cli.run(...verb, id, '--status', status);
        assert.deepEqual([silent.code, silent.stderr.includes(`${option} TEXT`)], [2, true], silent.stderr);
        for (const empty of ['', ' ']) {
          const { code, stderr } = await cli.run(...verb, id, '--status', status, option, empty);
          assert.equal(code, 1);
          assert.match(stderr, status === 'dropped' ? /Say in one line why/ : /Say in one line what was learned/);
        }
        assert.deepEqual(await cli.json('show', id), before);
        assert.equal((await cli.run(...verb, id, '--status', status, option, word)).code, 0);
        assert.equal((await cli.json<{ status: string }>('show', id)).status, status);
        if (status === 'dropped') assert.match((await cli.run('lessons', 'fast', 'enough')).stdout, new RegExp(id));
      }
    assert.match((await cli.run('lessons', 'profile')).stdout, /Profile before a rewrite {2}Rewrite the parser/);
    assert.match((await cli.run('show', goal)).stdout, /Learned +Profile before a rewrite/);
    const own = await cli.id('add', 'Sleep more');
    const asked = await cli.run('edit', own, '--status', 'dropped');
    assert.deepEqual([asked.code, asked.stderr.includes('"" leaves it open')], [2, true], asked.stderr);
    const { code } = await cli.run('edit', own, '--status', 'dropped', '--reason', '');
    assert.equal(code, 0, 'a personal goal owes nobody a reason');
  });

  it('a self-assessment of a skill of the team may be personal: the shared file keeps its bytes (row 27)', async () => {
    const skill = await cli.id('add', '--team', 'Read profiles #skill', '--why', 'To find what is slow by myself');
    const shared = `${cli.repository.path}/.microgoals/goals.json`;
    const bytes = await readFile(shared, 'utf8');
    for (const now of ['1', '3'])
      await cli.id('assessment', 'add', skill, '--wanted', '4', '--now', now, '--note', 'secret', '--personal');
    assert.equal(await readFile(shared, 'utf8'), bytes);
    const { stdout } = await cli.run('skills');
    assert.match(stdout, /Read profiles\n {2}To find what is slow by myself\n {2}1 → 3, wanted 4\n/);
    const listed = await cli.json<{ scope: string }[]>('assessment', 'list', '--of', skill);
    assert.deepEqual(
      listed.map(({ scope }) => scope),
      ['personal', 'personal'],
    );
    await cli.id('assessment', 'add', skill, '--wanted', '4', '--now', '4');
    assert.notEqual(await readFile(shared, 'utf8'), bytes);
    assert.match((await cli.run('skills')).stdout, /1 → 3 → 4, wanted 4/);
    await cli.run('rm', skill);
  });

  it('hints say what is unclear in a goal of the team, refuse nothing and leave personal goals alone (row 7)', async () => {
    const id = await cli.id('add', '--team', 'Login page');
    await cli.id('add', 'Things');
    assert.match(
      (await cli.run('hints')).stdout,
      /^g-\S+ Login page: the title does not say what is to happen; no due day\n$/,
    );
    assert.deepEqual(await cli.json('hints', id), [{ id, title: 'Login page', hints: ['verb', 'due'], lesson: null }]);
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
