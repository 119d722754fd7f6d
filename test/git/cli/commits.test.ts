import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { commandLine } from '../../support/commandLine';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('microgoals: commits', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  const lastMessage = (): Promise<string> => cli.repository.git('log', '-1', '--format=%B');

  it('starts and stops a goal, which commits then name', async () => {
    const id = await cli.id('add', '--team', 'Ship the login');
    assert.equal((await cli.run('hooks', 'install', '--yes')).code, 0);
    assert.equal((await cli.run('start', id.slice(2, 9))).code, 0);
    assert.equal((await cli.json<{ active: string | null }>('status')).active, id);
    const commit = await cli.repository.commit('First step');
    assert.ok((await lastMessage()).includes(`Goal: ${id}`));
    const log = await cli.json<Record<string, unknown>[]>('log', id);
    assert.equal(log.length, 1);
    const { date, ...rest } = log[0] ?? {};
    assert.deepEqual(rest, {
      commit,
      author: 'Ana',
      subject: 'First step',
      coAuthors: [],
      closes: false,
      recorded: false,
      state: 'merged',
      ref: 'main',
    });
    assert.match(String(date), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    assert.equal((await cli.json<ListedGoal[]>('list'))[0]?.commits, 1);

    assert.ok((await cli.run('stop')).stdout.startsWith(id));
    await cli.repository.commit('Something else');
    assert.ok(!(await lastMessage()).includes('Goal:'));
    assert.equal((await cli.json<unknown[]>('log', id)).length, 1);
  });

  it('sees a new commit, another branch and a closing commit at once', async () => {
    const id = await cli.id('add', '--team', 'Ship the login');
    await cli.repository.commit('Start');
    assert.equal((await cli.json<ListedGoal[]>('list'))[0]?.commits, 0);
    await cli.repository.git('switch', '--quiet', '--create', 'work');
    await cli.repository.commit(`Work\n\nGoal: ${id}`);
    assert.deepEqual(
      (await cli.json<{ state: string }[]>('log', id)).map(({ state }) => state),
      ['here'],
    );
    await cli.repository.git('switch', '--quiet', 'main');
    assert.deepEqual(
      (await cli.json<{ state: string; ref: string }[]>('log', id)).map(({ state, ref }) => [state, ref]),
      [['branch', 'work']],
    );
    await cli.repository.commit(`Done\n\nCloses-Goal: ${id}`);
    assert.equal((await cli.json<ListedGoal[]>('list'))[0]?.status, 'done');
    await cli.id('reopen', id);
    assert.equal((await cli.json<ListedGoal[]>('list'))[0]?.status, 'open');
  });

  it('leaves no trace of a personal goal in a commit, and names it once it is shared', async () => {
    const id = await cli.id('add', 'Ask for a raise');
    await cli.run('hooks', 'install', '--yes');
    await cli.run('start', id);
    assert.equal((await cli.json<{ active: string | null }>('status')).active, id);
    await cli.repository.commit('Quiet');
    assert.ok(!(await lastMessage()).includes(id));
    await cli.run('share', id);
    await cli.repository.commit('Loud');
    assert.ok((await lastMessage()).includes(`Goal: ${id}`));
  });

  it('does not start what is closed', async () => {
    const id = await cli.id('add', '--team', 'Over');
    await cli.id('done', id);
    assert.equal((await cli.run('start', id)).code, 1);
  });

  it('shows what the hook will change and does not touch it unasked', async () => {
    const hook = path.join(cli.repository.path, '.git', 'hooks', 'commit-msg');
    assert.equal((await cli.run('hooks', 'status')).code, 1);
    const refused = await cli.run('hooks', 'install');
    assert.equal(refused.code, 2);
    assert.match(refused.stdout, /commit-msg/);
    assert.match(refused.stderr, /--yes/);
    const dry = await cli.run('hooks', 'install', '--dry-run');
    assert.equal(dry.code, 0);
    assert.ok(dry.stdout.length > refused.stdout.length);
    assert.equal(existsSync(hook), false);
    assert.equal((await cli.run('hooks', 'install', '-y')).code, 0);
    assert.equal((await cli.run('hooks', 'status')).code, 0);
    assert.match((await cli.run('hooks', 'install')).stdout, /nothing to change/);
    assert.equal((await cli.run('hooks', 'uninstall', '--yes')).code, 0);
    assert.equal(existsSync(hook), false);
    assert.equal((await cli.run('hooks', 'status')).code, 1);
  });

  it('keeps one active goal for each linked worktree, and one set of goals', async () => {
    const id = await cli.id('add', '--team', 'Shared');
    const personal = await cli.id('add', 'Mine');
    await cli.repository.commit('Start');
    const outside = await temporaryFolder('worktree');
    try {
      const tree = path.join(outside.path, 'tree');
      await cli.repository.git('worktree', 'add', '--quiet', tree);
      const other = commandLine(tree, cli.data.path);
      await cli.run('start', id);
      assert.deepEqual(await other.json('status').then((status) => (status as { active: unknown }).active), null);
      const goals = await other.json<ListedGoal[]>('list');
      assert.ok(goals.some((goal) => goal.id === id));
      const later = await other.id('add', 'Said in the worktree');
      assert.ok((await cli.json<ListedGoal[]>('list')).some((goal) => goal.id === later));
      assert.ok((await cli.json<ListedGoal[]>('list')).some((goal) => goal.id === personal));
    } finally {
      await outside.remove();
    }
  });
});
