import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { commandLine } from '../../support/commandLine';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

interface Logged {
  readonly commit: string;
  readonly closes: boolean;
  readonly recorded: boolean;
}

describe('microgoals: links that are made later', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  const log = async (id: string): Promise<string[]> =>
    (await cli.json<Logged[]>('log', id)).map(
      ({ commit, closes, recorded }) => `${commit}${closes ? ' closes' : ''}${recorded ? ' recorded' : ''}`,
    );
  const shared = (): Promise<string> => readFile(path.join(cli.repository.path, '.microgoals/goals.json'), 'utf8');

  it('link a commit in any spelling of git, once, for everyone, and take it back', async () => {
    const id = await cli.id('add', '--team', 'Ship the login');
    await cli.repository.write('a', '1\n');
    const first = await cli.repository.commit('First');
    const second = await cli.repository.commit('Second');
    const { stdout } = await cli.run('link', id, 'HEAD~1', second.slice(0, 7));
    assert.match(stdout, new RegExp(`^${first.slice(0, 8)} linked to ${id}: Ship the login\n${second.slice(0, 8)} `));
    assert.deepEqual((await log(id)).sort(), [`${first} recorded`, `${second} recorded`].sort());
    const text = await shared();
    assert.equal(text.split('"patch"').length, 2, 'an empty commit has no patch');
    assert.equal((await cli.run('link', id, first)).code, 0);
    assert.equal(await shared(), text);
    assert.equal((await cli.json<ListedGoal[]>('list'))[0]?.status, 'open');
    await cli.run('link', id, first, '--closes');
    assert.equal((await cli.json<ListedGoal[]>('list'))[0]?.status, 'done');
    assert.match((await cli.run('log', id)).stdout, /closes it, by record/);
    assert.equal((await cli.run('unlink', id, 'HEAD~1', second)).code, 0);
    assert.deepEqual(await log(id), []);
    assert.equal((await cli.json<ListedGoal[]>('list'))[0]?.status, 'open');
    assert.equal((await cli.run('link', id, first)).code, 0);
    assert.deepEqual(await log(id), [`${first} recorded`]);
  });

  it('follow a commit through a rebase, also in a clone that never saw the old one', async () => {
    const id = await cli.id('add', '--team', 'Ship the login');
    const { repository } = cli;
    await repository.write('start', '1\n');
    await repository.commit('Start');
    await repository.git('switch', '--quiet', '--create', 'work');
    await repository.write('a', '1\n');
    const before = await repository.commit('Work');
    await cli.run('link', id, 'HEAD', '--closes');
    await repository.git('switch', '--quiet', 'main');
    await repository.write('b', '1\n');
    await repository.commit('Meanwhile');
    await repository.git('switch', '--quiet', 'work');
    await repository.git('rebase', '--quiet', 'main');
    const after = await repository.git('rev-parse', 'HEAD');
    assert.notEqual(after, before);
    assert.deepEqual(await log(id), [`${after} closes recorded`]);
    await repository.git('reflog', 'expire', '--expire=all', '--all');
    await repository.git('gc', '--quiet', '--prune=now');
    assert.deepEqual(await log(id), [`${after} closes recorded`]);
    assert.match(
      (await cli.run('unlink', id, before.slice(0, 6))).stdout,
      new RegExp(`^${before.slice(0, 8)} is not linked`),
    );
    assert.deepEqual(await log(id), []);
  });

  it('keep what belongs to a personal goal out of the shared file', async () => {
    const id = await cli.id('add', 'Ask for a raise');
    await cli.id('add', '--team', 'Ship the login');
    const commit = await cli.repository.commit('Good work');
    const text = await shared();
    assert.equal((await cli.run('link', id, commit)).code, 0);
    assert.equal(await shared(), text);
    assert.deepEqual(await log(id), [`${commit} recorded`]);
  });

  it('complete a goal that is younger than the commit, at once or when the commit is merged here', async () => {
    const { repository } = cli;
    const old = await repository.commit('Old', undefined, '2020-01-01T10:00:00Z');
    await repository.git('switch', '--quiet', '--create', 'side');
    const aside = await repository.commit('Aside', undefined, '2020-01-02T10:00:00Z');
    await repository.git('switch', '--quiet', 'main');
    const id = await cli.id('add', '--team', 'Ship');
    const other = await cli.id('add', '--team', 'Ship more');
    const statusOf = async (goal: string): Promise<string | undefined> =>
      (await cli.json<ListedGoal[]>('list')).find((each) => each.id === goal)?.status;
    assert.match((await cli.run('link', id, old, '--closes')).stdout, / linked, completes g-/);
    assert.equal(await statusOf(id), 'done');
    await cli.run('reopen', id);
    assert.equal(await statusOf(id), 'open');
    assert.match((await cli.run('link', other, aside, '--closes')).stdout, /completes, once it is merged here, g-/);
    assert.equal(await statusOf(other), 'open');
    await repository.git('merge', '--quiet', 'side');
    assert.equal(await statusOf(other), 'done');
  });

  it('are offered after a squash that kept only the title, while the branch is there and when it is gone', async () => {
    const id = await cli.id('add', '--team', 'Ship the login');
    const other = await cli.id('add', '--team', 'Ship the logout');
    const { repository } = cli;
    await repository.write('start', '1\n');
    await repository.commit('Start');
    await repository.git('switch', '--quiet', '--create', 'work');
    for (const [file, message] of [
      ['a', `First\n\nGoal: ${id}`],
      [
        'b',
        `Close\n\nCloses-Goal: ${id}\nCloses-Goal: ${other}\n\nCo-authored-by: Zoe <Zoe@example.com>\nco-authored-by: Bo <bo@example.com>`,
      ],
    ] as const) {
      await repository.write(file, '1\n');
      await repository.commit(message);
    }
    assert.match((await cli.run('show', id)).stdout, /Contributors +Ana, Bo, Zoe/);
    await repository.git('switch', '--quiet', 'main');
    assert.match((await cli.run('link', id)).stdout, /^No commit here changes the same/);
    await repository.git('merge', '--quiet', '--squash', 'work');
    const squashed = await repository.commit('Feature (#12)');
    await repository.write('c', '1\n');
    await repository.commit('Later');
    const offer = new RegExp(`^${squashed.slice(0, 8)} Feature \\(#12\\)\n`);
    assert.match((await cli.run('link', id)).stdout, offer);
    assert.doesNotMatch((await cli.run('show', id)).stdout, /Once done/);
    await repository.git('branch', '--quiet', '-D', 'work');
    assert.match((await cli.run('link', id)).stdout, offer);
    assert.match((await cli.run('show', id)).stdout, /Once done .*gone/);
    const [, gone = ''] = /Once done +by commit ([0-9a-f]+),/.exec((await cli.run('show', other)).stdout) ?? [];
    for (const commit of [squashed, gone]) {
      const { stdout } = await cli.run('link', other, commit, '--dismiss');
      assert.equal(stdout, `${commit} is not offered any more for ${other}: Ship the logout\n`);
    }
    assert.match((await cli.run('link', other)).stdout, /^No commit here changes the same/, 'it is not offered again');
    assert.doesNotMatch((await cli.run('show', other)).stdout, /Once done/, 'nobody asks again');
    assert.match((await cli.run('link', id)).stdout, offer, 'of another goal nothing was dismissed');
    await cli.run('link', id, squashed, '--closes');
    assert.doesNotMatch((await cli.run('show', id)).stdout, /Once done/);
    assert.equal((await cli.json<ListedGoal[]>('list'))[0]?.status, 'done');
    await cli.run('unlink', id, squashed);
    assert.match((await cli.run('show', id)).stdout, /Once done/);
    await cli.id('reopen', id);
    assert.doesNotMatch((await cli.run('show', id)).stdout, /Once done/);
  });

  it('are said to be incomplete in a shallow clone', async () => {
    const id = await cli.id('add', '--team', 'Ship the login');
    const { repository } = cli;
    for (const subject of ['One', 'Two']) await repository.commit(`${subject}\n\nGoal: ${id}`);
    assert.doesNotMatch((await cli.run('log', id)).stdout, /shallow/);
    const outside = await temporaryFolder('shallow');
    try {
      const clone = path.join(outside.path, 'clone');
      await repository.git('clone', '--quiet', '--depth=1', `file://${repository.path}`, clone);
      const there = commandLine(clone, cli.data.path);
      const { stdout } = await there.run('log', id);
      assert.match(stdout, /Two[^]*This clone is shallow/);
      assert.doesNotMatch(stdout, /One/);
      const asJson = await there.run('log', id, '--json');
      const told = JSON.parse(asJson.stdout) as { subject: string; shallow: boolean }[];
      assert.deepEqual(
        told.map(({ subject, shallow }) => [subject, shallow]),
        [['Two', true]],
      );
      assert.match(asJson.stderr, /This clone is shallow/);
    } finally {
      await outside.remove();
    }
  });

  it('say what is wrong', async () => {
    const id = await cli.id('add', '--team', 'Ship the login');
    const commit = await cli.repository.commit(`Named\n\nGoal: ${id}`);
    const text = await shared();
    const cases: [string[], number, RegExp][] = [
      [['unlink', id], 2, /COMMIT is missing/],
      [['link'], 2, /ID is missing/],
      [['link', id, 'nowhere'], 1, /There is no commit nowhere\./],
      [['link', id, commit, '--', '--output=x'], 1, /There is no commit --output=x\./],
      [['unlink', id, commit], 1, /message of .* names g-/],
      [['unlink', id, 'f'.repeat(40)], 1, /is not linked to g-/],
    ];
    for (const [args, code, message] of cases) {
      const result = await cli.run(...args);
      assert.equal(result.code, code, args.join(' '));
      assert.match(result.stderr, message);
    }
    assert.equal(await shared(), text);
  });
});
