import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { ActivityEntry } from '../../../src/core/reports/goalActivity';
import { commandLine } from '../../support/commandLine';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

const BO = { name: 'Bo', email: 'bo@example.com' };
const CY = { name: 'Cy', email: 'cy@example.com' };

describe('microgoals show: every change of a goal', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  /** Each line of the history without its time. */
  const history = async (id: string): Promise<string[]> => {
    const { stdout } = await cli.run('show', id);
    const lines = stdout
      .slice(stdout.indexOf('\nHistory\n') + '\nHistory\n'.length)
      .trimEnd()
      .split('\n');
    return lines.map((line) => line.replace(/^ {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}/, ''));
  };

  const objective = (): Promise<string> => cli.id('add', '--team', '--kind', 'objective', 'Fast');

  it('lists each change of the target with who made it, those of several people and one that is not committed', async () => {
    const above = await objective();
    const id = await cli.id(
      'key-result',
      'add',
      '--parent',
      above,
      'Load',
      '--start',
      '9',
      '--target',
      '5',
      '--unit',
      'ms',
    );
    await cli.repository.commit('Planned');
    await cli.run('key-result', 'edit', id, '--target', '4');
    await cli.repository.commit('Harder', BO);
    await cli.run('key-result', 'edit', id, '--target', '6');
    await cli.repository.commit('Easier', CY);
    await cli.run('key-result', 'edit', id, '--target', '3');
    const lines = ['added · Ana', 'Target: 5 → 4 · Bo', 'Target: 4 → 6 · Cy', 'Target: 6 → 3 · not committed yet'];
    assert.deepEqual(await history(id), lines);
    const told = (await cli.json<{ history: ActivityEntry[] }>('show', id)).history;
    assert.deepEqual(
      told.map(({ type, field, before, value, author }) => [type, field, before, value, author]),
      [
        ['created', undefined, undefined, undefined, 'Ana'],
        ['changed', 'target', 5, 4, 'Bo'],
        ['changed', 'target', 4, 6, 'Cy'],
        ['changed', 'target', 6, 3, null],
      ],
    );
    const commits = (await cli.repository.git('log', '--format=%H', '-2')).split('\n').reverse();
    assert.deepEqual(
      told.flatMap(({ commit }) => commit ?? []),
      commits,
    );
  });

  it('says every field in words: status, day, owner, parent, tag, order, and what stood there before', async () => {
    const [above, other] = [await objective(), await cli.id('add', '--team', '--kind', 'objective', 'Calm')];
    const id = await cli.id('add', '--team', '--parent', above, 'Cache the list');
    await cli.repository.commit('Planned');
    await cli.run('edit', id, '--status', 'paused', '--owner', 'bo@example.com');
    await cli.repository.commit('Paused', BO);
    await cli.run('edit', id, '--parent', other, '--tag', 'ci', '--due', '2099-12-04');
    await cli.repository.commit('Moved', CY);
    await cli.run('edit', id, '--untag', 'ci', '--due', 'none', '--notes', 'One\n\nTwo');
    await cli.repository.commit('Tidied', BO);
    const lines = await history(id);
    const expected = [
      /^added · Ana$/,
      /^Status: open → paused · Bo$/,
      /^Owner: (Ana|ana) → (Bo|bo) · Bo$/,
      /^Parent: Fast → Calm · Cy$/,
      /^Tags: ci added · Cy$/,
      /^Due: .*2099.* · Cy$/,
      /^Tags: ci removed · Bo$/,
      /^Due: .*2099.* taken away · Bo$/,
      /^Notes rewritten · Bo$/,
    ];
    for (const line of expected)
      assert.ok(
        lines.some((each) => line.test(each)),
        `${line} in\n${lines.join('\n')}`,
      );
    assert.ok(!/g-[0-9a-z]{10}|tags\/|keyResult/.test(lines.join('\n')), lines.join('\n'));
  });

  it('finds what two branches changed, once each, after merge and cherry-pick, and an edit by hand', async () => {
    const id = await cli.id('add', '--team', 'Ship');
    await cli.repository.commit('Planned');
    await cli.repository.git('switch', '--quiet', '--create', 'feat');
    await cli.run('edit', id, '--priority', '1');
    const harder = await cli.repository.commit('Urgent', BO);
    await cli.repository.git('switch', '--quiet', '-');
    await cli.repository.git('cherry-pick', '--allow-empty', '--no-edit', harder);
    await cli.repository.git('merge', '--quiet', '--no-edit', 'feat');
    const file = `${cli.repository.path}/.microgoals/goals.json`;
    await cli.repository.write('.microgoals/goals.json', (await readFile(file, 'utf8')).replace('"Ship"', '"Ship it"'));
    // A commit tells its time to the second only.
    await cli.repository.commit('By hand', CY, new Date(Date.now() + 60_000).toISOString());
    assert.deepEqual(await history(id), ['added · Ana', 'Priority: 1 · Bo', 'Title: Ship → Ship it · Cy']);
  });

  it('lists what became of the records of a goal', async () => {
    const id = await cli.id('add', '--team', 'Ship');
    const said = await cli.id('check-in', 'add', id, 'Half way');
    await cli.repository.commit('Said');
    await cli.run('check-in', 'edit', said, '--note', 'Nearly there');
    await cli.repository.commit('Said better');
    assert.deepEqual((await history(id)).slice(-1), ['Check-in: Nearly there · Note: Half way → Nearly there · Ana']);
  });

  it('tells who signed, who declined to and who reported what, each person by one name', async () => {
    const bo = commandLine(cli.repository.path, cli.data.path, { MICROGOALS_EMAIL: BO.email });
    const id = await cli.id('pact', 'add', 'Learn', '--owner', 'me', '--sponsor', BO.email, '--why', 'To grow');
    await cli.run('pact', 'propose', id);
    await cli.run('pact', 'sign', id, '--note', 'I bring the books');
    await cli.repository.commit('Ana signs');
    await bo.run('pact', 'decline', id, '--reason', '5 h is not possible');
    await bo.id('blocker', 'add', id, 'No room');
    await bo.id('milestone', 'add', '--goal', id, '--title', 'Half way');
    await bo.id('kpi', 'add', 'Hours', '--goals', id);
    await cli.repository.commit('Bo answers', { ...BO, name: 'Bo Larsen' });
    await cli.id('person', 'add', '--name', 'Ana Lee', '--email', 'ana@example.com');
    const lines = await history(id);
    for (const line of [
      'added · Ana Lee',
      'Ana Lee signed: I bring the books',
      'Bo Larsen declined to sign: 5 h is not possible',
      'Blocker: No room · Bo Larsen',
      'Milestone: Half way · Bo Larsen',
      'KPI: Hours · Bo Larsen',
    ])
      assert.ok(lines.includes(line), `${line} in\n${lines.join('\n')}`);
    assert.doesNotMatch(lines.join('\n'), /\b(Ana|ana|bo|Bo)\b(?! Lee| Larsen)/);
  });

  it('of a goal that no commit has tells the last change of each field', async () => {
    const id = await cli.id('add', 'Mine');
    await cli.run('edit', id, '--priority', '1');
    assert.deepEqual(await history(id), ['added', 'Priority: 1']);
  });
});

describe('microgoals edit: a goal that ends without being done', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  it('asks why it is dropped and shows the reason; a goal that is picked up again shows none', async () => {
    const id = await cli.id('add', 'Paint the shed');
    const { code, stderr } = await cli.run('edit', id, '--status', 'dropped');
    assert.deepEqual([code, stderr.includes('Why is it dropped? --reason TEXT')], [2, true], stderr);
    assert.match((await cli.run('show', id)).stdout, /Status +open/);
    await cli.run('edit', id, '--status', 'dropped', '--reason', 'It was sold');
    assert.match((await cli.run('show', id)).stdout, /Reason +It was sold\n/);
    await cli.run('edit', id, '--status', 'open');
    assert.doesNotMatch((await cli.run('show', id)).stdout, /Reason +It/);
  });

  it('asks what a miss taught, of every kind of goal; nothing is an answer of a personal goal alone', async () => {
    const id = await cli.id('objective', 'add', 'Sell the shed');
    const { code, stderr } = await cli.run('objective', 'edit', id, '--status', 'missed');
    assert.deepEqual([code, stderr.includes('What was learned? --learned TEXT')], [2, true], stderr);
    assert.equal((await cli.run('objective', 'edit', id, '--status', 'missed', '--learned', '')).code, 1);
    const own = await cli.id('objective', 'add', 'Paint it', '--personal');
    assert.equal((await cli.run('objective', 'edit', own, '--status', 'missed', '--learned', '')).code, 0);
    const other = await cli.id('objective', 'add', 'Rent it out');
    assert.equal((await cli.run('objective', 'edit', other, '--status', 'dropped', '--reason', 'Sold')).code, 0);
    assert.match((await cli.run('show', other)).stdout, /Reason +Sold\n/);
  });

  it('shows why somebody declined a goal that was made for them', async () => {
    const id = await cli.id('add', '--team', 'Write the guide', '--owner', 'ana@example.com');
    await cli.run('edit', id, '--status', 'proposed');
    await cli.run('decline', id, '--reason', 'No time');
    assert.match((await cli.run('show', id)).stdout, /Reason +No time\n/);
  });
});
