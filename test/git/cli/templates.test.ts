import assert from 'node:assert/strict';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('microgoals template', () => {
  let cli: CliFixture;
  before(async () => {
    cli = await cliFixture();
  });
  after(() => cli.remove());

  it('a template becomes goals of several kinds, with measure, KPI and milestone, and a goal becomes a template (row 26)', async () => {
    const listed = await cli.json<{ name: string; own: boolean }[]>('template', 'list');
    assert.ok(listed.some(({ name, own }) => name === 'deployment-frequency' && !own));
    assert.match(
      (await cli.run('template', 'use', 'deployment-frequency', '--dry-run')).stdout,
      /^Deploy on every working day · pact\n/,
    );
    assert.deepEqual(await cli.json('list'), []);

    const pact = await cli.id('template', 'use', 'deployment-frequency');
    const [made] = await cli.json<{ id: string; target: number; cadence: string }[]>('pact', 'list');
    assert.deepEqual([made?.id, made?.target, made?.cadence], [pact, 5, 'weekly']);
    const kpis = await cli.json<{ title: string; ceiling: number }[]>('kpi', 'list', '--of', pact);
    assert.deepEqual(
      kpis.map(({ ceiling }) => ceiling),
      [15],
    );
    assert.equal((await cli.json<unknown[]>('milestone', 'list', '--of', pact)).length, 1);
    assert.equal((await cli.json<unknown[]>('list', '--tag', '#delivery')).length, 1);

    const own = await cli.id('template', 'save', pact, '--title', 'Ours');
    const objective = await cli.id('objective', 'add', 'Ship calmly');
    const second = await cli.id('template', 'use', 'ours', '--parent', objective);
    assert.equal((await cli.json<{ parent: string }>('show', second)).parent, objective);
    assert.equal((await cli.json<unknown[]>('kpi', 'list', '--of', second)).length, 1);
    assert.match((await cli.run('template', 'show', own)).stdout, /Ours/);
    assert.match((await cli.run('template', 'use', 'nothing')).stderr, /No template is called nothing/);
  });

  it('an outline gives goals to the people that it names, and says of which line it could not tell (row 26)', async () => {
    for (const [name, email] of [
      ['Bo Berg', 'bo@example.com'],
      ['Cy Lind', 'cy@example.com'],
      ['Cy Stone', 'cyrus@example.com'],
    ] as const)
      await cli.run('person', 'add', name, '--email', email);
    const outline =
      '- Rehearse the release @bo !p1\n  - Write the notes @berg\n- Call the customer @zed\n- Book a room @cy !someday';
    await cli.id('template', 'add', 'Release', '--outline', outline);
    const { stdout, stderr } = await cli.run('template', 'use', 'Release');
    const ids = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '');
    const goals = await Promise.all(
      ids.map((id) => cli.json<{ title: string; owner: string; status: string }>('show', id)),
    );
    assert.deepEqual(
      goals.map(({ title, status }) => [title, status]),
      [
        ['Rehearse the release', 'proposed'],
        ['Write the notes', 'proposed'],
        ['Call the customer @zed', 'open'],
        ['Book a room @cy !someday', 'open'],
      ],
    );
    assert.equal(goals[0]?.owner, goals[1]?.owner);
    assert.notEqual(goals[0]?.owner, 'ana@example.com');
    assert.match(stderr, /^microgoals: Call the customer @zed: Nobody .* It stays in the title\.$/m);
    assert.match(stderr, /^microgoals: Book a room @cy !someday: .*Cy Lind.* It stays in the title\.$/m);
    assert.match(stderr, /^microgoals: Book a room @cy !someday: someday is no date\. It stays in the title\.$/m);
  });
});
