import assert from 'node:assert/strict';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

interface Listed {
  readonly id: string;
  readonly state?: string;
}

describe('microgoals: titles where ids go', () => {
  let cli: CliFixture;
  let page: string;
  beforeEach(async () => {
    cli = await cliFixture();
    page = await cli.id('add', '--team', 'Fix the login page');
    await cli.id('add', '--team', 'Write the login test');
  });
  afterEach(() => cli.remove());

  it('takes a unique part of the title, in quotes or not', async () => {
    assert.equal(await cli.id('done', 'login page'), page);
    assert.equal(await cli.id('reopen', 'LOGIN', 'page'), page);
    assert.match((await cli.run('show', 'page')).stdout, /Fix the login page/);
    assert.equal((await cli.run('edit', 'page', '--parent', 'login test')).code, 0);
  });

  it('lists the candidates of an ambiguous part and changes nothing', async () => {
    const { code, stderr } = await cli.run('done', 'login');
    assert.equal(code, 2);
    assert.match(stderr, /"login" could be /);
    for (const title of ['Fix the login page', 'Write the login test']) assert.ok(stderr.includes(title), title);
    assert.ok((await cli.json<{ status: string }[]>('list')).every(({ status }) => status === 'open'));
  });

  it('guesses what an unknown word meant without acting on it', async () => {
    const { code, stderr } = await cli.run('done', 'fxlgnpg');
    assert.equal(code, 1);
    assert.doesNotMatch(stderr, /could be/);
    assert.match((await cli.run('done', 'fix page')).stderr, /Did you mean .*Fix the login page/);
  });

  it('asks where a word is both the beginning of an id and part of a title', async () => {
    await cli.id('add', '--team', `About ${page.slice(2, 8)}`);
    const { code } = await cli.run('done', page.slice(2, 8));
    assert.equal(code, 2);
    assert.equal(await cli.id('done', page.slice(0, 8)), page);
  });

  it('names what to do where only the archive has the goal', async () => {
    await cli.id('done', page);
    assert.equal((await cli.run('archive', '--older-than', '0d', '--yes')).code, 0);
    for (const args of [
      ['done', page],
      ['edit', 'login page', '--due', 'fri'],
      ['block', page, 'no access'],
    ]) {
      const { code, stderr } = await cli.run(...args);
      assert.equal(code, 1, args.join(' '));
      assert.match(stderr, new RegExp(`is archived; microgoals archive --restore ${page}`), args.join(' '));
    }
    assert.match((await cli.run('show', page)).stdout, new RegExp(`archive --restore ${page}`));
  });
});

describe('microgoals: acts', () => {
  let cli: CliFixture;
  let goal: string;
  beforeEach(async () => {
    cli = await cliFixture();
    goal = await cli.id('add', '--team', 'Fix the login page');
  });
  afterEach(() => cli.remove());

  it('blocks and unblocks a goal by its title', async () => {
    const blocker = await cli.id('block', 'login', 'no access', '--needs', 'bo@example.com');
    assert.equal(await cli.id('unblock', 'login', '--resolution', 'given'), blocker);
    assert.equal((await cli.run('unblock', 'login')).code, 1);
  });

  it('asks which of two blockers of a goal is meant', async () => {
    await cli.id('block', goal, 'no access');
    const other = await cli.id('block', goal, 'no test data');
    const { code, stderr } = await cli.run('unblock', goal);
    assert.equal(code, 2);
    assert.match(stderr, /no access.*no test data/);
    assert.equal(await cli.id('unblock', 'test data'), other);
  });

  it('says, replies, thanks and assesses', async () => {
    const said = await cli.id('say', 'login', 'A day is short', '--type', 'concern');
    await cli.id('reply', 'login', 'Two, then');
    const threads = await cli.json<{ id: string; replies: { note: string }[] }[]>('feedback', 'threads');
    assert.deepEqual(
      threads.map(({ id, replies }) => [id, replies.map(({ note }) => note)]),
      [[said, ['Two, then']]],
    );
    await cli.id('thank', 'login', 'well done', '--to', 'bo@example.com');
    assert.equal((await cli.json<unknown[]>('kudos', 'list')).length, 1);
    await cli.id('assess', 'login', '--wanted', '4', '--now', '2');
    assert.equal((await cli.json<unknown[]>('assessment', 'list')).length, 1);
  });

  it('understands kr, okr and goal', async () => {
    const objective = await cli.id('okr', 'add', 'Start faster');
    await cli.id('kr', 'add', '--parent', 'start faster', 'Cold start', '--start', '900', '--target', '300');
    assert.deepEqual(
      (await cli.json<Listed[]>('objective', 'list')).map(({ id }) => id),
      [objective],
    );
    const small = await cli.id('goal', 'add', 'Measure it');
    assert.equal(await cli.id('goal', 'done', 'measure'), small);
    assert.equal((await cli.run('goal', 'sign', small)).code, 2);
  });

  it('lists records as a table with the names of its columns', async () => {
    await cli.id('block', goal, 'no access', '--needs', 'bo@example.com');
    const { stdout } = await cli.run('blocker', 'list');
    const [head = '', row = ''] = stdout.split('\n');
    assert.match(head, /^ID +Title +State +Owner +Goal +Day$/);
    assert.match(row, /no access +waits for bo +\S.* +Fix the login page +\S/i);
    for (const name of ['Title', 'State', 'Goal']) assert.notEqual(row.charAt(head.indexOf(name) - 1), 'x', name);
    assert.equal(row.indexOf('no access'), head.indexOf('Title'));
    assert.equal(row.indexOf('waits'), head.indexOf('State'));
  });
});

describe('microgoals: accept and decline', () => {
  let ana: CliFixture;
  let goal: string;
  beforeEach(async () => {
    ana = await cliFixture();
    goal = await ana.id('add', '--team', 'Fix the login page');
  });
  afterEach(() => ana.remove());
  const asBo = async <T>(act: () => Promise<T>): Promise<T> => {
    await ana.repository.git('config', 'user.email', 'bo@example.com');
    try {
      return await act();
    } finally {
      await ana.repository.git('config', 'user.email', 'ana@example.com');
    }
  };

  it('takes on a goal by its title', async () => {
    await ana.id('add', '--team', 'Read the docs @bo@example.com');
    await asBo(() => ana.id('accept', 'docs'));
    assert.match((await ana.run('show', 'docs')).stdout, /Status +open/);
  });

  it('answers a suggestion by the title of its goal', async () => {
    await asBo(() =>
      ana.id('say', 'login', 'Shorter', '--type', 'suggestion', '--field', 'title', '--value', 'Mend the login page'),
    );
    await ana.run('accept', 'login');
    assert.match((await ana.run('show', goal)).stdout, /Mend the login page/);
  });

  it('declines a suggestion, with the reason', async () => {
    const said = await asBo(() =>
      ana.id('say', 'login', 'Later', '--type', 'suggestion', '--field', 'due', '--value', '2030-01-01'),
    );
    assert.equal(await ana.id('decline', said, '--reason', 'too late'), said);
    const [thread] = await ana.json<{ state: string; reason: string }[]>('feedback', 'threads');
    assert.deepEqual([thread?.state, thread?.reason], ['declined', 'too late']);
  });

  it('grants and declines resources', async () => {
    const [book, room] = [
      await ana.id('resource', 'add', goal, 'A book'),
      await ana.id('resource', 'add', goal, 'A room'),
    ];
    assert.equal(await ana.id('accept', 'a book'), book);
    assert.equal(await ana.id('decline', room, '--reason', 'none is free'), room);
    const listed = await ana.json<Listed[]>('resource', 'list');
    assert.deepEqual(
      new Map(listed.map(({ id, state }) => [id, state])),
      new Map([
        [book, 'granted'],
        [room, 'declined'],
      ]),
    );
  });

  it('signs a pact and confirms what is done', async () => {
    const pact = await ana.id('pact', 'add', 'Reviews within a day', '--why', 'speed', '--owner', 'me');
    await ana.id('pact', 'propose', pact);
    await ana.run('accept', 'reviews', '--confidence', '4');
    assert.match((await ana.run('pact', 'status', pact)).stdout, /4\/5/);
    await ana.id('done', goal);
    await ana.repository.git('add', '--all');
    await ana.repository.git('commit', '--quiet', '--message', 'Done');
    await asBo(() => ana.run('accept', 'login'));
    assert.equal((await ana.json<unknown[]>('confirmation', 'list')).length, 1);
  });

  it('refuses what asks nothing', async () => {
    const { code, stderr } = await ana.run('accept', 'login');
    assert.equal(code, 1);
    assert.match(stderr, /waits for nobody's answer/);
    assert.equal((await ana.run('accept', 'nothing like it')).code, 1);
  });
});
