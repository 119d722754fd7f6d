import assert from 'node:assert/strict';
import path from 'node:path';
import { commandLine } from '../../support/commandLine';
import { installDriver } from '../../support/driver';
import { configureIdentity, gitRepository } from '../../support/gitRepository';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

interface BranchGoal extends ListedGoal {
  readonly merged: boolean | null;
  readonly elsewhere: readonly { branch: string; by: readonly string[]; done: boolean; merged: boolean }[];
  readonly onlyElsewhere?: true;
}

const BO = { name: 'Bo', email: 'bo@example.com' };

describe('microgoals: branches', () => {
  let cli: CliFixture;
  const goal = async (id: string): Promise<BranchGoal | undefined> =>
    (await cli.json<BranchGoal[]>('list', '--branches')).find((each) => each.id === id);
  const switchTo = (...args: string[]): Promise<string> => cli.repository.git('switch', '--quiet', ...args);

  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  it('tells done here, done or worked on elsewhere, and merged apart, by file and by commit', async () => {
    const ticked = await cli.id('add', '--team', 'Ticked on a branch');
    const closed = await cli.id('add', '--team', 'Closed by a commit');
    const begun = await cli.id('add', '--team', 'Begun');
    await cli.repository.commit('Goals');
    await switchTo('--create', 'feat/x');
    assert.equal((await cli.run('done', ticked)).code, 0);
    assert.equal((await goal(ticked))?.merged, false);
    await cli.repository.commit(`Tick\n\nCloses-Goal: ${closed}`, BO);
    await cli.repository.commit(`Begin\n\nGoal: ${begun}`, BO);
    assert.deepEqual([(await goal(ticked))?.merged, (await goal(closed))?.merged], [false, false]);
    const list = (await cli.run('list')).stdout;
    assert.ok(!list.includes('not merged'), 'a plain list does not ask other branches');
    assert.equal((await cli.run('list', '--branches')).stdout.match(/not merged/g)?.length, 2);

    await switchTo('main');
    const there = { branch: 'feat/x', by: ['Bo'], merged: false };
    assert.deepEqual((await goal(ticked))?.elsewhere, [{ ...there, done: true }]);
    assert.deepEqual((await goal(closed))?.elsewhere, [{ ...there, done: true }]);
    assert.deepEqual((await goal(begun))?.elsewhere, [{ ...there, done: false }]);
    assert.equal((await goal(begun))?.status, 'open');
    assert.match((await cli.run('show', ticked)).stdout, /Where +done on feat\/x by Bo/);
    assert.deepEqual((await cli.json<ListedGoal[]>('list', '--this-branch')).length, 0);
    await switchTo('feat/x');
    const here = (await cli.json<ListedGoal[]>('list', '--this-branch')).map(({ id }) => id);
    assert.deepEqual(here.sort(), [ticked, closed, begun].sort());

    await switchTo('main');
    await cli.repository.git('merge', '--quiet', '--no-ff', '--no-edit', 'feat/x');
    assert.deepEqual([(await goal(ticked))?.merged, (await goal(closed))?.merged], [true, true]);
    assert.deepEqual((await goal(ticked))?.elsewhere, []);
    assert.match((await cli.run('show', closed)).stdout, /Where +merged to main/);
  });

  it('shows a goal that only another branch has with that branch, and carries it over with what belongs to it', async () => {
    await cli.id('add', '--team', 'Known here');
    const gone = await cli.id('add', '--team', 'Deleted here');
    await cli.repository.commit('Goals');
    await switchTo('--create', 'feat/y');
    const parent = await cli.id('add', '--team', '--kind', 'objective', 'Above');
    const child = await cli.id('add', '--team', '--parent', parent, 'Below');
    const other = await cli.id('add', '--team', 'Beside');
    await cli.repository.commit('More goals', BO);
    await switchTo('main');
    assert.equal((await cli.run('rm', gone)).code, 0);
    const only = (await cli.json<BranchGoal[]>('list', '--branches')).filter((each) => each.onlyElsewhere);
    assert.deepEqual(only.map(({ id }) => id).sort(), [parent, child, other].sort());
    assert.deepEqual(only[0]?.elsewhere, [{ branch: 'feat/y', by: ['Bo'], done: false, merged: false }]);
    assert.match((await cli.run('list', '--branches')).stdout, /On other branches\n.*feat\/y by Bo/s);
    assert.equal((await cli.json<ListedGoal[]>('list')).length, 1);

    assert.equal((await cli.run('carry-over', child)).code, 0);
    assert.deepEqual((await cli.json<ListedGoal[]>('list')).map(({ title }) => title).sort(), [
      'Above',
      'Below',
      'Known here',
    ]);
    assert.equal((await cli.run('carry-over', '--branch', 'feat/y')).code, 0);
    assert.equal((await cli.json<ListedGoal[]>('list')).length, 4);
    assert.equal((await cli.run('carry-over', '--branch', 'feat/y')).code, 1);
    assert.equal((await cli.run('carry-over', '--branch', 'nowhere')).code, 1);
    await cli.repository.commit('Carried over');
    await installDriver(cli.repository.path);
    await cli.repository.git('merge', '--quiet', '--no-edit', 'feat/y');
    assert.equal((await cli.json<ListedGoal[]>('list')).length, 4);
  });

  it('says how old what it knows of the server is, and what is merged there and not here', async () => {
    const id = await cli.id('add', '--team', 'Ship');
    await cli.repository.commit('Goals');
    assert.ok(!(await cli.run('list', '--branches')).stdout.includes('as of'));
    const folder = await temporaryFolder('clone');
    try {
      const clone = gitRepository(path.join(folder.path, 'clone'));
      await cli.repository.git('clone', '--quiet', cli.repository.path, clone.path);
      await configureIdentity(clone, BO);
      await cli.repository.commit(`Ship\n\nCloses-Goal: ${id}`);
      await clone.git('fetch', '--quiet');
      const there = commandLine(clone.path, cli.data.path);
      const [listed] = await there.json<BranchGoal[]>('list', '--branches');
      assert.equal(listed?.status, 'open');
      assert.deepEqual(listed.elsewhere, [{ branch: 'origin/main', by: ['Ana'], done: true, merged: true }]);
      assert.match((await there.run('list', '--branches')).stdout, /origin\/main as of 0 min ago/);
    } finally {
      await folder.remove();
    }
  });
});
