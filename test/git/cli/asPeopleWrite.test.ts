import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CliFixture, ListedGoal } from './cliFixture';
import { cliFixture } from './cliFixture';

describe('microgoals: days and numbers as people write them', () => {
  let cli: CliFixture;
  beforeEach(async () => {
    cli = await cliFixture();
  });
  afterEach(() => cli.remove());

  interface Measured {
    readonly id: string;
    readonly start: number | null;
    readonly target: number | null;
    readonly weight: number | null;
  }
  const keyResult = async (id: string): Promise<Measured | undefined> =>
    (await cli.json<Measured[]>('key-result', 'list')).find((each) => each.id === id);

  it('a number may have a decimal comma, a minus, thousands apart, and stand after an option or behind =', async () => {
    const id = await cli.id('key-result', 'add', 'NPS', '--start', '-20', '--target', '30,5', '--weight=2,5');
    assert.deepEqual([(await keyResult(id))?.start, (await keyResult(id))?.target], [-20, 30.5]);
    assert.equal((await keyResult(id))?.weight, 2.5);
    for (const [text, value] of [
      ['1 000', 1000],
      ['1.234,5', 1234.5],
      ['−3', -3],
      ['-,5', -0.5],
      ['５，９', 5.9],
    ] as const) {
      assert.equal((await cli.run('key-result', 'edit', id, '--target', text)).code, 0, text);
      assert.equal((await keyResult(id))?.target, value, text);
    }
  });

  it('a number that may mean two is refused with both, in every verb', async () => {
    const goal = await cli.id('add', 'Users');
    for (const args of [
      ['key-result', 'add', 'x', '--target', '1.000'],
      ['edit', goal, '--weight', '1,000'],
      ['objective', 'add', 'x', '--weight', '1.000'],
    ]) {
      const { code, stderr } = await cli.run(...args);
      assert.equal(code, 2, stderr);
      assert.match(stderr, /^microgoals: --(target|weight) may mean 1000 or 1; write which \(it is "1[.,]000"\)\.\n$/);
    }
    assert.deepEqual(await cli.json('key-result', 'list'), []);
  });

  it('an option without its value says how one that begins with a dash is written', async () => {
    const { code, stderr } = await cli.run('key-result', 'add', 'x', '--title', '--target', '3');
    assert.deepEqual([code, stderr.includes('--title needs a value'), stderr.includes('--title=-')], [2, true, true]);
  });

  for (const [repeat, days] of [
    ['monthly', ['2031-01-31', '2031-02-28', '2031-03-31', '2031-04-30', '2031-05-31']],
    ['monthly', ['2032-01-30', '2032-02-29', '2032-03-30']],
    ['quarterly', ['2030-11-30', '2031-02-28', '2031-05-30', '2031-08-30']],
  ] as const)
    it(`a ${repeat} series from ${days[0]} keeps its day of the month`, async () => {
      let id = await cli.id('add', `pay rent !${days[0]} *${repeat}`);
      for (const day of days.slice(1)) {
        await cli.run('done', id);
        const [open] = (await cli.json<ListedGoal[]>('list', '--mine')).filter(({ status }) => status === 'open');
        assert.equal(open?.due, day);
        id = open.id;
      }
    });

  it('what stands after ! and is no day is reported by add and edit, and stays in the title', async () => {
    for (const word of ['!tomorow', '!next-month', '!soon', '!31.2.', '！ｎｏｗ']) {
      const { code, stdout, stderr } = await cli.run('add', `buy ${word}`);
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(` buy ${word} `));
      assert.match(stderr, /is no date\. It stays in the title\.\n$/);
    }
    const id = await cli.id('add', 'sell');
    assert.match((await cli.run('edit', id, 'sell !tomorow')).stderr, /tomorow is no date/);
  });

  it('full-width signs of an input method are read', async () => {
    const { code, stdout } = await cli.run('add', '買う　！２０３１－１２－０４　＃ops ！ｐ１');
    assert.deepEqual([code, stdout.slice(13)], [0, '買う · Thu 4 Dec 2031 · #ops · P1 · personal\n']);
  });

  it('a period does not end before it begins, when it is added, edited or written by hand', async () => {
    const refused = async (...args: string[]): Promise<void> => {
      const { code, stderr } = await cli.run(...args);
      assert.deepEqual(
        [code, /: To is before From; a period cannot end before it begins\./.test(stderr)],
        [1, true],
        stderr,
      );
    };
    await refused('cycle', 'add', 'Bad', '--from', '2026-12-31', '--to', '2026-10-01');
    await refused('review', 'add', '--from', '2026-03-02', '--to', '2026-03-01', '--decisions', 'x');
    const cycle = await cli.id('cycle', 'add', 'Q4', '--from', '2026-10-01', '--to', '2026-12-31');
    const review = await cli.id('review', 'add', '--from', '2026-03-01', '--to', '2026-03-01', '--decisions', 'x');
    await refused('cycle', 'edit', cycle, '--to', '2026-09-30');
    await refused('cycle', 'edit', cycle, '--from', '2027-01-01');
    await refused('review', 'edit', review, '--from', '2026-03-02');
    const file = path.join(cli.repository.path, '.microgoals/goals.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"from": "2026-10-01"', '"from": "2027-01-01"'));
    const { code, stdout, stderr } = await cli.run('check');
    assert.equal(code, 1);
    assert.match(stdout + stderr, new RegExp(`${cycle}: "to" is before "from"`));
    // Anything else of it may still be changed.
    assert.equal((await cli.run('cycle', 'edit', cycle, '--title', 'Fourth')).code, 0);
  });

  it('a second review on one day looks back to that day', async () => {
    for (const decisions of ['one', 'two'])
      assert.equal((await cli.run('review', 'add', '--decisions', decisions)).code, 0);
  });
});
