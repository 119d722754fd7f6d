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
});
