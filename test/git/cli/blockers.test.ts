import assert from 'node:assert/strict';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

interface Waits {
  readonly what: string;
  readonly goal: string | null;
  readonly record: string | null;
}

describe('microgoals: blockers, what waits, reviews', () => {
  let cli: CliFixture;
  let goal: string;
  before(async () => {
    cli = await cliFixture();
    goal = await cli.id('add', '--team', 'Ship the form');
  });
  after(() => cli.remove());

  it('obstacles: a blocker is reported, ages in the list, waits for whom it needs and is cleared', async () => {
    const id = await cli.id('blocker', 'add', goal, 'no key for the store', '--needs', 'me', '--since', '2026-01-02');
    assert.match((await cli.run('list')).stdout, /Ship the form {2}blocked \d+ days/);
    await cli.run('start', goal);
    assert.match((await cli.run('status')).stdout, /Active: .* \(blocked \d+ days\)\n[^]*Waiting on you: 1/);
    const [waits] = await cli.json<Waits[]>('waiting');
    assert.deepEqual([waits?.what, waits?.goal, waits?.record], ['blocker', goal, id]);
    assert.match((await cli.run('waiting')).stdout, /Unblock: Ship the form {2}no key for the store · since /);
    assert.equal((await cli.run('blocker', 'clear', id, '--resolution', 'Bo had one')).code, 0);
    assert.deepEqual(await cli.json('waiting'), []);
    assert.doesNotMatch((await cli.run('list')).stdout, /blocked/);
    assert.match((await cli.run('blocker', 'clear', id)).stderr, /is cleared already/);
  });

  it('joint problem solving: the actions of a meeting become goals, and the blocker closes when they do', async () => {
    const id = await cli.id('blocker', 'add', goal, 'tests are slow');
    const args = ['--attendees', 'me', '--action', 'Shard them !p1', '--action', 'Cache the build'];
    const { stdout } = await cli.run('blocker', 'solve', id, ...args);
    const [, ...made] = [...stdout.matchAll(/^([ng]-\S+)/gm)].map(([, found = '']) => found);
    assert.equal(made.length, 2);
    const [meeting] = await cli.json<{ type: string; blocker: string; attendees: object }[]>(
      'meeting',
      'list',
      '--of',
      goal,
    );
    assert.deepEqual(
      [meeting?.type, meeting?.blocker, Object.keys(meeting?.attendees ?? {})],
      ['problem-solving', id, ['ana@example.com']],
    );
    assert.match((await cli.run('list')).stdout, /blocked since today/);
    await cli.run('done', ...made);
    assert.doesNotMatch((await cli.run('list')).stdout, /blocked/);
    assert.match((await cli.run('blocker', 'solve', id)).stderr, /is cleared already/);
  });

  it('regular reviews: one names the day of the next, which begins with the days since it', async () => {
    const args = [
      '--from',
      '2026-01-01',
      '--to',
      '2026-01-31',
      '--went-well',
      'all',
      '--changes',
      goal,
      '--next',
      '2026-02-01',
    ];
    const first = await cli.id('review', 'add', '--goal', goal, ...args);
    const due = await cli.json<{ goal: string; due: string; last: string }[]>('review', 'due');
    assert.deepEqual([due[0]?.goal, due[0]?.due, due[0]?.last], [goal, '2026-02-01', first]);
    assert.equal((await cli.json<Waits[]>('waiting'))[0]?.what, 'review');
    const next = await cli.id('review', 'add', '--goal', goal, '--went-well', 'still');
    assert.equal((await cli.json<{ from: string }>('review', 'show', next)).from, '2026-02-01');
    assert.deepEqual(await cli.json('waiting'), []);
  });
});
