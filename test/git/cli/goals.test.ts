import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { commandLine } from '../../support/commandLine';
import { gitRepository, temporaryRepository } from '../../support/gitRepository';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

const ID = /^g-[0-9a-hjkmnp-tv-z]{10}$/;

describe('microgoals: goals', () => {
  let cli: CliFixture;
  const sharedFile = (): string => path.join(cli.repository.path, '.microgoals', 'goals.json');
  const listed = async (id: string): Promise<ListedGoal | undefined> =>
    (await cli.json<ListedGoal[]>('list')).find((goal) => goal.id === id);

  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  it('adds a personal goal unless told otherwise, and leaves the repository as it is', async () => {
    const id = await cli.id('add', 'Ask for a raise !2026-12-04 #career !p1');
    assert.match(id, ID);
    assert.deepEqual(await cli.json<ListedGoal[]>('list'), [
      {
        id,
        title: 'Ask for a raise',
        kind: 'micro',
        status: 'open',
        owner: null,
        due: '2026-12-04',
        parent: null,
        waitsFor: [],
        scope: 'personal',
        progress: 0,
        helpers: [],
        commits: 0,
      },
    ]);
    assert.equal(existsSync(sharedFile()), false);
    assert.equal(await cli.repository.git('status', '--porcelain'), '');
  });

  it('takes the words of the title without quotes, and options beside the signs', async () => {
    const id = await cli.id(
      'add',
      '--team',
      'Ship',
      'the',
      'login',
      '--kind',
      'key-result',
      '--due',
      '2026-12-01',
      '--owner',
      'me',
    );
    const goal = await listed(id);
    assert.equal(goal?.title, 'Ship the login');
    assert.equal(goal.kind, 'keyResult');
    assert.equal(goal.due, '2026-12-01');
    assert.equal(goal.owner, 'ana@example.com');
    assert.equal(goal.scope, 'team');
  });

  it('says of a file that cannot be read where it is, also where nothing waits, and however deep it is', async () => {
    await cli.repository.write('.microgoals/goals.json', '['.repeat(20_000));
    for (const verb of ['check', 'waiting', 'status', 'list']) {
      const { code, stdout, stderr } = await cli.run(verb);
      assert.deepEqual([verb, code, /goals\.json.*nested deeper/.test(stdout + stderr)], [verb, 1, true]);
    }
  });

  it('takes no closed goal for the parent that a line names', async () => {
    const closed = await cli.id('add', 'Old plans');
    await cli.run('edit', closed, '--status', 'missed', '--learned', '');
    const { stdout, stderr } = await cli.run('add', 'Look at it ^plans');
    assert.deepEqual([stdout.includes('^plans'), stderr.includes('plans')], [true, true], 'stays text, and is said');
    const open = await cli.id('add', 'New plans');
    const child = await cli.id('add', 'Look again ^plans');
    const { parent } = JSON.parse((await cli.run('show', child, '--json')).stdout) as { parent: string };
    assert.equal(parent, open);
  });

  it('keeps what a sign says and cannot be found in the title, and tells so', async () => {
    const { code, stdout, stderr } = await cli.run('add', 'Hash passwords @nobody');
    assert.equal(code, 0);
    assert.match(stdout, /^g-\w{10} Hash passwords @nobody/);
    assert.match(stderr, /^microgoals: .*nobody.*\n$/);
  });

  it('ticks and unticks several goals by unique beginnings of their ids', async () => {
    const first = await cli.id('add', 'One');
    const second = await cli.id('add', '--team', 'Two');
    assert.equal((await cli.run('done', first.slice(2, 9), second.slice(0, 9).toUpperCase())).code, 0);
    assert.equal((await listed(first))?.status, 'done');
    assert.equal((await listed(second))?.progress, 1);
    assert.equal((await cli.run('reopen', first)).code, 0);
    assert.equal((await listed(first))?.status, 'open');
  });

  it('changes nothing when one of several ids is wrong', async () => {
    const id = await cli.id('add', 'One');
    assert.equal((await cli.run('done', id, 'g-0000000000')).code, 1);
    assert.equal((await listed(id))?.status, 'open');
  });

  it('names the candidates of an ambiguous id', async () => {
    const goal = (title: string): object => ({ title, created: '20261121T090000000Z-0000-k3f9' });
    const records = { 'g-4kq7w2m9xd': goal('One'), 'g-4kqa000000': goal('Two'), 'g-8888888888': goal('Three') };
    await cli.repository.write('.microgoals/goals.json', JSON.stringify({ version: 1, records }));
    const { code, stderr } = await cli.run('done', '4kq');
    assert.equal(code, 2);
    assert.match(stderr, /^microgoals: [^\n]*g-4kq7w2m9xd \(One\), g-4kqa000000 \(Two\)\.\n$/);
    assert.equal((await cli.run('done', '4kq7')).code, 0);
  });

  it('a tick of a goal that repeats begins the next one', async () => {
    const id = await cli.id('add', 'Tidy the inbox *weekly', '--due', '2020-01-01');
    await cli.run('done', id);
    const listed = await cli.json<ListedGoal[]>('list');
    const [next] = listed.filter(({ title, status }) => title === 'Tidy the inbox' && status === 'open');
    assert.ok(next && next.id !== id && next.due !== null && next.due > '2020-01-01');
    await cli.run('reopen', id);
    await cli.run('done', id);
    assert.equal((await cli.json<ListedGoal[]>('list')).length, listed.length);
  });

  it('edits by options, by a quick-add line, and clears with none', async () => {
    const parent = await cli.id('add', '--team', 'Larger');
    const id = await cli.id('add', '--team', 'Smaller');
    await cli.id(
      'edit',
      id,
      '--parent',
      parent.slice(2, 8),
      '--tag',
      'ci',
      '--notes',
      'Why',
      '--owner',
      'Bo@Example.com',
    );
    await cli.id('edit', id, 'Much smaller !2026-12-24 #ui');
    let goal = await listed(id);
    assert.deepEqual(
      [goal?.title, goal?.parent, goal?.due, goal?.owner],
      ['Much smaller', parent, '2026-12-24', 'bo@example.com'],
    );
    const { stdout } = await cli.run('show', id);
    assert.match(stdout, /#ci #ui/);
    assert.match(stdout, /Why/);
    await cli.id('edit', id, '--due', 'none', '--owner', 'none', '--untag', 'ci', '--status', 'paused');
    goal = await listed(id);
    assert.deepEqual([goal?.due, goal?.owner, goal?.status], [null, null, 'paused']);
    assert.doesNotMatch((await cli.run('show', id)).stdout, /#ci/);
    await cli.id('edit', id, '--helper', 'bo@example.com', '--helper', 'cy@example.com');
    assert.match((await cli.run('show', id)).stdout, /Helpers +bo@example\.com, cy@example\.com/);
    await cli.id('edit', id, '--unhelper', 'bo@example.com');
    assert.deepEqual((await listed(id))?.helpers, ['cy@example.com']);
  });

  it('refuses to make a circle of parents, or a team goal that names a personal one', async () => {
    const top = await cli.id('add', '--team', 'Top');
    const below = await cli.id('add', '--team', 'Below', '--parent', top);
    const personal = await cli.id('add', 'Mine');
    assert.equal((await cli.run('edit', top, '--parent', below)).code, 1);
    assert.equal((await cli.run('add', '--team', 'Leak', '--parent', personal)).code, 1);
    assert.doesNotMatch(await readFile(sharedFile(), 'utf8'), /Leak|Mine/);
    assert.ok(!(await readFile(sharedFile(), 'utf8')).includes(personal));
  });

  it('rolls progress up, and says children and history in show --json', async () => {
    const top = await cli.id('add', '--team', '--kind', 'objective', 'Top');
    const [first, second] = [
      await cli.id('add', '--team', 'First', '--parent', top),
      await cli.id('add', '--team', 'Second', '--parent', top),
    ];
    await cli.id('done', first);
    const shown = await cli.json<ListedGoal & { children: string[]; history: { type: string; field?: string }[] }>(
      'show',
      top,
    );
    assert.equal(shown.progress, 0.5);
    assert.deepEqual(shown.children, [first, second]);
    const { history } = await cli.json<typeof shown>('show', first);
    assert.deepEqual(
      history.map(({ type, field }) => [type, field]),
      [
        ['created', undefined],
        ['changed', 'status'],
      ],
    );
  });

  it('deletes a goal with others below it only when told so', async () => {
    const top = await cli.id('add', '--team', 'Top');
    const below = await cli.id('add', '--team', 'Below', '--parent', top);
    assert.equal((await cli.run('rm', top)).code, 1);
    assert.ok(await listed(below));
    assert.equal((await cli.run('rm', '--recursive', top)).code, 0);
    assert.deepEqual(await cli.json('list'), []);
  });

  it('shares a personal goal under its id, without the personal parent', async () => {
    const secret = await cli.id('add', 'Ask for a raise');
    const id = await cli.id('add', 'Write the talk', '--parent', secret, '--notes', 'Slides');
    assert.equal((await cli.run('share', id)).code, 0);
    const goal = await listed(id);
    assert.deepEqual([goal?.scope, goal?.parent, goal?.title], ['team', null, 'Write the talk']);
    const text = await readFile(sharedFile(), 'utf8');
    assert.ok(!text.includes(secret));
    assert.equal((await cli.json<ListedGoal[]>('list')).length, 2);
    assert.equal((await cli.run('share', id)).code, 1);
  });

  it('keeps goals for everywhere in every repository, and others in theirs', async () => {
    const everywhere = await cli.id('add', '--everywhere', 'Read a paper a week');
    await cli.id('add', 'Here only');
    const other = await temporaryFolder('other');
    try {
      const goals = await commandLine(other.path, cli.data.path).json<ListedGoal[]>('list');
      assert.deepEqual(
        goals.map(({ id }) => id),
        [everywhere],
      );
    } finally {
      await other.remove();
    }
  });

  it('finds personal goals of a repository in each clone of it, with whatever command comes first', async () => {
    await cli.repository.commit('First');
    const id = await cli.id('add', 'Mine');
    const clones = await temporaryFolder('clones');
    const first: Readonly<Record<string, readonly string[]>> = {
      list: ['list', '--json'],
      log: ['log', id],
      show: ['show', id],
      history: ['history', id],
    };
    for (const [name, args] of Object.entries(first)) {
      const clone = path.join(clones.path, name);
      await cli.repository.git('clone', '--quiet', '.', clone);
      const { code, stdout, stderr } = await commandLine(clone, cli.data.path).run(...args);
      assert.equal(code, 0, stderr);
      if (name === 'list') assert.ok(stdout.includes(id), stdout);
    }
    await clones.remove();
  });

  it('asks no remote of a partial clone whether personal goals of other repositories belong here', async () => {
    await cli.repository.commit('First');
    const id = await cli.id('add', 'Mine');
    const other = await temporaryRepository();
    await other.write('file', 'text\n');
    await other.commit('Another first');
    await other.git('config', 'uploadpack.allowFilter', 'true');
    const clone = path.join(other.path, 'clone');
    await other.git('clone', '--quiet', '--filter=blob:none', `file://${other.path}`, clone);
    const asked = path.join(other.path, 'asked');
    await other.git('-C', clone, 'config', 'remote.origin.uploadpack', `touch '${asked}'; git-upload-pack`);
    const { code, stdout } = await commandLine(clone, cli.data.path).run('list');
    assert.deepEqual([code, stdout.includes(id), existsSync(asked)], [0, false, false]);
    await gitRepository(clone).git('fetch', '--quiet');
    assert.ok(existsSync(asked), 'it would be noticed');
    await other.remove();
  });

  it('lists mine and those of the team', async () => {
    await cli.id('add', 'Personal');
    await cli.id('add', '--team', 'Owned');
    await cli.id('add', '--team', 'Of nobody', '--kind', 'objective');
    const titles = async (...flags: string[]): Promise<string[]> =>
      (await cli.json<ListedGoal[]>('list', ...flags)).map(({ title }) => title).sort();
    assert.deepEqual(await titles('--mine'), ['Owned', 'Personal']);
    assert.deepEqual(await titles('--team'), ['Of nobody', 'Owned']);
    assert.deepEqual(await titles('--all'), ['Of nobody', 'Owned', 'Personal']);
    assert.deepEqual(await titles(), ['Of nobody', 'Owned', 'Personal']);
  });

  it('shows hostile titles as text', async () => {
    const id = await cli.id('add', '--team', 'Evil \u001b]8;;http://x\u0007 \u202egpj');
    const { stdout } = await cli.run('list');
    assert.ok(stdout.includes('\\u001b]8;;http://x\\u0007 \\u202egpj'), stdout);
    const shown = (await cli.run('show', id)).stdout;
    assert.ok(!shown.includes('\u001b') && !shown.includes('\u202e'), shown);
  });

  it('works from a subfolder and with -C', async () => {
    const sub = path.join(cli.repository.path, 'a', 'b');
    await mkdir(sub, { recursive: true });
    const id = await commandLine(sub, cli.data.path).id('add', '--team', 'From below');
    assert.equal(existsSync(sharedFile()), true);
    const elsewhere = commandLine(cli.data.path, cli.data.path);
    assert.deepEqual(
      (await elsewhere.json<ListedGoal[]>('-C', sub, 'list')).map((goal) => goal.id),
      [id],
    );
  });
});
