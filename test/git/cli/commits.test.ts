import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { commandLine } from '../../support/commandLine';
import { cleanGitEnvironment } from '../../support/gitRepository';
import { projectFolder } from '../../support/run/projectFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

const run = promisify(execFile);

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
      shallow: false,
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

  it('ends the work on a goal with the verb done, so that the next commit names none', async () => {
    const [id, other] = [await cli.id('add', '--team', 'Ship the login'), await cli.id('add', '--team', 'Sleep')];
    assert.equal((await cli.run('hooks', 'install', '--yes')).code, 0);
    await cli.run('start', id);
    assert.equal((await cli.run('done', other)).stdout, `${other} done: Sleep\n`);
    assert.equal((await cli.json<{ active: string | null }>('status')).active, id);
    assert.equal((await cli.run('done', id)).stdout, `${id} done: Ship the login\n${id} stopped\n`);
    await cli.repository.commit('Something else');
    assert.ok(!(await lastMessage()).includes('Goal:'));
    // On a branch that is named after the goal its name no longer counts, either.
    await cli.run('reopen', id);
    await cli.repository.git('switch', '--quiet', '--create', `${id}-login`);
    assert.equal((await cli.json<{ active: string | null }>('status')).active, id);
    await cli.run('done', id);
    await cli.repository.commit('Another thing');
    assert.ok(!(await lastMessage()).includes('Goal:'));
  });

  it('keeps the last commit of a personal goal when the verb done ends the work on it', async () => {
    const id = await cli.id('add', 'Ask for a raise');
    await cli.repository.commit('Before');
    await cli.run('start', id);
    await cli.repository.commit('Quiet work');
    await cli.run('done', id);
    await cli.repository.commit('Something else');
    assert.deepEqual(
      (await cli.json<{ subject: string }[]>('log', id)).map(({ subject }) => subject),
      ['Quiet work'],
    );
  });

  it('ends the work on a goal that is closed otherwise once a commit has named it', async () => {
    const id = await cli.id('add', '--team', 'Ship the login');
    assert.equal((await cli.run('hooks', 'install', '--yes')).code, 0);
    await cli.run('start', id);
    await cli.run('edit', id, '--status', 'done');
    assert.equal((await cli.json<{ active: string | null }>('status')).active, id);
    await cli.repository.commit('Last step');
    assert.ok((await lastMessage()).includes(`Goal: ${id}`));
    assert.equal((await cli.json<{ active: string | null }>('status')).active, null);
    await cli.repository.commit('Something else');
    assert.ok(!(await lastMessage()).includes('Goal:'));
  });

  it('says the same from all, some and none of what an earlier command kept', async () => {
    const id = await cli.id('add', '--team', 'Ship the login');
    const other = await cli.id('add', '--team', 'Ship the search');
    const { repository } = cli;
    await repository.commit(`Start\n\nGoal: ${other}`);
    const work = await repository.commit(`Work\n\nGoal: ${id}`);
    await repository.commit(`Undo\n\nThis reverts commit ${work}.`);
    await repository.git('switch', '--quiet', '--create', `ana/${other}-search`);
    await repository.commit('Nothing in the message');
    await repository.commit(`On the branch\n\nCloses-Goal: ${id}`);
    // What the merge of one goal's branch brought is none of the other's, whose branch it was merged into.
    await repository.git('switch', '--quiet', '--create', `ana/${id}-login`, 'main');
    await repository.commit('Brought by a merge');
    await repository.git('switch', '--quiet', `ana/${other}-search`);
    await repository.git('merge', '--quiet', '--no-ff', '--no-edit', `ana/${id}-login`);
    await repository.git('branch', '--quiet', '-D', `ana/${id}-login`);
    const ofAll = async (): Promise<{ logs: unknown[][]; listed: ListedGoal[] }> => ({
      logs: await Promise.all([id, other].map((each) => cli.json<unknown[]>('log', each))),
      listed: await cli.json<ListedGoal[]>('list'),
    });
    const cold = await ofAll();
    const { logs, listed } = cold;
    assert.deepEqual(
      [id, other].map((each) => listed.find((goal) => goal.id === each)?.commits),
      logs.map(({ length }) => length),
    );
    const warm = await ofAll();
    assert.deepEqual(warm, cold);
    for (const name of ['links.json', 'located.json']) {
      await rm(path.join(repository.path, '.git/microgoals', name));
      assert.deepEqual(await ofAll(), cold, `without ${name}`);
      assert.ok(existsSync(path.join(repository.path, '.git/microgoals', name)), name);
    }
    // Another work tree stands elsewhere and writes the one, but not the other.
    const tree = await temporaryFolder('tree');
    await repository.git('worktree', 'add', '--quiet', '--detach', path.join(tree.path, 'two'), 'main');
    await commandLine(path.join(tree.path, 'two'), cli.data.path).run('log', id);
    assert.deepEqual(await ofAll(), cold);
    await tree.remove();
  });

  it('reads history where the disk has no room for what git says of it', async () => {
    const id = await cli.id('add', '--team', 'Ship the login');
    await cli.repository.commit(`Work\n\nGoal: ${id}\n\n${'Much to tell. '.repeat(2000)}`);
    const program = projectFolder('dist/cli.js');
    // Files may grow to a few thousand bytes; what then becomes of git is the same as on a full disk: it ends at once.
    const script = `trap '' XFSZ; ulimit -f 12; exec "$@"`;
    const args = ['-c', script, 'sh', process.execPath, program, 'log', id, '--json'];
    const env = { ...cleanGitEnvironment(), MICROGOALS_DATA_DIR: cli.data.path };
    const { stdout } = await run('sh', args, { cwd: cli.repository.path, env });
    assert.equal((JSON.parse(stdout) as unknown[]).length, 1);
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

  it('records commits for a personal goal in private, through amend and rebase, and not those of others', async () => {
    const { repository } = cli;
    const shared = await cli.id('add', '--team', 'Ship the login');
    await repository.commit('Start');
    const [first, second] = [await cli.id('add', 'Learn Rust'), await cli.id('add', 'Ask for a raise')];
    const log = async (id: string): Promise<string[]> =>
      (await cli.json<{ subject: string }[]>('log', id)).map(({ subject }) => subject).sort();
    await cli.run('start', first);
    await repository.git('switch', '--quiet', '--create', 'work');
    await repository.write('a', '1\n');
    await repository.commit('Mine');
    await repository.write('b', '1\n');
    await repository.commit(`Named\n\nGoal: ${shared}`);
    await repository.git('switch', '--quiet', '--create', `${shared}-login`);
    await repository.commit('On the branch of a team goal');
    await repository.git('switch', '--quiet', 'work');
    await cli.run('start', second);
    assert.deepEqual(await log(first), ['Mine']);
    await repository.write('c', '1\n');
    await repository.commit('Raise');
    await cli.run('start', first);
    await repository.write('c', '2\n');
    await repository.git('add', '--all');
    await repository.git('commit', '--quiet', '--amend', '--message', 'Raise, amended while another goal is active');
    assert.deepEqual(await log(first), ['Mine']);
    assert.deepEqual(await log(second), ['Raise, amended while another goal is active']);
    await repository.git('switch', '--quiet', 'main');
    await repository.write('d', '1\n');
    await repository.git('add', '--all');
    await cli.run('stop');
    await repository.commit('Stopped');
    await repository.git('switch', '--quiet', 'work');
    await repository.git('rebase', '--quiet', 'main');
    assert.deepEqual(await log(first), ['Mine']);
    assert.deepEqual(await log(second), ['Raise, amended while another goal is active']);
    assert.doesNotMatch(await repository.git('log', '--all', '--format=%B', '-p'), new RegExp(`${first}|${second}`));
  });

  it('tells every clone what was committed for a personal goal that was begun before the first commit', async () => {
    const id = await cli.id('add', '--everywhere', 'Learn Rust');
    await cli.run('start', id);
    const commit = await cli.repository.commit('First');
    const clone = path.join(cli.data.path, 'clone');
    await cli.repository.git('clone', '--quiet', '.', clone);
    for (const where of [cli, commandLine(clone, cli.data.path)]) {
      const log = await where.json<{ commit: string }[]>('log', id);
      assert.deepEqual(
        log.map((each) => each.commit),
        [commit],
      );
    }
  });

  it('does not start what is closed', async () => {
    const id = await cli.id('add', '--team', 'Over');
    await cli.id('done', id);
    assert.equal((await cli.run('start', id)).code, 1);
  });

  it('shows what the hook will change and does not touch it unasked', async () => {
    const hook = path.join(cli.repository.path, '.git', 'hooks', 'commit-msg');
    const missing = await cli.run('hooks', 'status');
    assert.equal(missing.code, 1);
    assert.equal(missing.stdout.split('Run "microgoals hooks install".').length, 2, 'the advice stands there once');
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
