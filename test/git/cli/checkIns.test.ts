import assert from 'node:assert/strict';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

interface Due {
  readonly goal: string;
  readonly title: string;
  readonly person: string;
  readonly due: string;
  readonly last: string | null;
}

describe('microgoals checkin', () => {
  let cli: CliFixture;
  let pact: string;
  let part: string;
  before(async () => {
    cli = await cliFixture();
    const terms = ['--why', 'Nobody waits', '--cadence', 'daily'];
    pact = await cli.id('pact', 'add', 'Faster builds', '--owner', 'me', ...terms);
    part = await cli.id('add', '--team', 'Cache warm-up', '--parent', pact);
    await cli.run('pact', 'propose', pact);
    await cli.run('pact', 'sign', pact);
    await cli.repository.commit('Goals');
    await cli.repository.commit(`Pin the runner\n\nGoal: ${pact}`);
    await cli.repository.commit(`Not mine\n\nGoal: ${pact}`, { name: 'Bo', email: 'bo@example.com' });
    await cli.run('done', part);
  });
  after(() => cli.remove());

  it('a key result of a running cycle is due weekly, and its check-in asks for the number', async () => {
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const cycle = await cli.id('cycle', 'add', 'Now', '--from', day(-9), '--to', day(40));
    const objective = await cli.id('objective', 'add', 'Fast', '--owner', 'me', '--cycle', cycle);
    const measure = ['--unit', 'ms', '--start', '12', '--target', '2', '--parent', objective];
    const result = await cli.id('key-result', 'add', 'Start at once', ...measure);
    const due = (await cli.json<Due[]>('checkin')).find(({ goal }) => goal === result);
    assert.deepEqual([due?.person, due?.due], ['ana@example.com', day(7)]);
    assert.match((await cli.run('checkin')).stdout, /Start at once {2}next .* · with its number \(--value\)\n/);
    const silent = await cli.run('checkin', result, '--note', 'Cached');
    assert.equal(silent.code, 0);
    assert.match(silent.stderr, /What is it now\? microgoals checkin g-\S+ --value NUMBER/);
    assert.equal((await cli.run('checkin', result, '--value', '10')).stderr, '');
    assert.match((await cli.run('show', result)).stdout, /12 → 10 of 2 ms/);
    for (const id of [objective, result]) await cli.run('rm', id);
    for (const { id } of await cli.json<{ id: string }[]>('check-in', 'list')) await cli.run('check-in', 'rm', id);
  });

  it('regular check-ins: lists what is ahead, drafts from the own commits and ticks, posts, and begins anew', async () => {
    const [first] = await cli.json<Due[]>('checkin');
    assert.deepEqual([first?.goal, first?.person, first?.last], [pact, 'ana@example.com', null]);
    assert.match((await cli.run('checkin')).stdout, /Faster builds {2}next /);
    const { stdout } = await cli.run('checkin', pact, '--draft');
    assert.equal(stdout, '- Faster builds: Done: Pin the runner, Cache warm-up\n');
    assert.deepEqual(await cli.json('check-in', 'list'), [], 'a draft writes nothing');

    const posted = await cli.run('checkin', pact.slice(2, 8), '--confidence', '4');
    assert.match(posted.stdout, /^c-\S+ Faster builds: Done: Pin the runner, Cache warm-up\n$/);
    const [said] = await cli.json<{ note: string; confidence: number; by: string }[]>('check-in', 'list', '--of', pact);
    assert.deepEqual([said?.note, said?.confidence], ['Done: Pin the runner, Cache warm-up', 4]);
    assert.notEqual((await cli.json<Due[]>('checkin'))[0]?.last, null);
  });

  it('a text of your own may end with the confidence, and a measure needs a target', async () => {
    const measured = await cli.id('key-result', 'add', 'Start', '--unit', 'ms', '--start', '900', '--target', '300');
    const id = await cli.id('checkin', measured, '--note', 'halfway 3/5', '--value', '600');
    const said = await cli.json<{ note: string; confidence: number }>('check-in', 'show', id);
    assert.deepEqual([said.note, said.confidence], ['halfway', 3]);
    const [reading] = await cli.json<{ of: string; value: number; by: string }[]>('reading', 'list', '--of', measured);
    assert.deepEqual([reading?.of, reading?.value, reading?.by], [measured, 600, 'ana@example.com']);
    assert.match((await cli.run('checkin', pact, '--note', 'x', '--value', '1')).stderr, /has no measure/);
  });

  it('is the stand-up note of what is due and of the active goal', async () => {
    const own = await cli.id('add', '--team', 'Write the guide');
    await cli.run('start', own);
    const { stdout } = await cli.run('checkin', '--draft');
    assert.match(stdout, /^- Write the guide: /m);
    assert.equal((await cli.json<{ goal: string }[]>('checkin', '--draft')).at(-1)?.goal, own);
  });

  it('any goal has check-ins where it says how often', async () => {
    const id = await cli.id('add', '--team', 'Read a paper', '--cadence', 'monthly');
    assert.ok((await cli.json<Due[]>('checkin')).some(({ goal }) => goal === id));
    await cli.run('edit', id, '--cadence', 'never');
    assert.ok(!(await cli.json<Due[]>('checkin')).some(({ goal }) => goal === id));
    assert.match((await cli.run('edit', id, '--cadence', 'never')).stdout, /unchanged/);
  });

  for (const [line, message] of [
    ['checkin --note x', /Say of which goal/],
    ['checkin PACT --confidence 9', /--confidence must be a number from 1 to 5/],
    ['checkin PACT more', /one too many/],
  ] as const) {
    it(`says what is wrong with: ${line}`, async () => {
      const { code, stderr } = await cli.run(...line.replace('PACT', pact).split(' '));
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
  }
});
