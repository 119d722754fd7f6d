import assert from 'node:assert/strict';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

const BO = { name: 'Bo', email: 'bo@example.com' };

describe('microgoals news: each act in its own words, also of what is new since the last look', () => {
  let cli: CliFixture;
  let bo: CommandLine;
  beforeEach(async () => {
    cli = await cliFixture();
    bo = commandLine(cli.repository.path, cli.data.path, { MICROGOALS_EMAIL: BO.email });
  });
  afterEach(() => cli.remove());

  const ok = async (line: CommandLine, ...words: string[]): Promise<void> => {
    const { code, stderr } = await line.run(...words);
    assert.equal(code, 0, stderr);
  };
  /** The lines of the news; they are told once. */
  const news = async (): Promise<string[]> => (await cli.run('news')).stdout.trimEnd().split('\n');
  const saved = async (subject: string, author?: typeof BO): Promise<void> => {
    await cli.repository.commit(subject, author);
  };

  it('tells the answer to feedback and how a blocker was cleared, before and after a look', async () => {
    const id = await cli.id('add', '--team', 'Ship', '--owner', 'me');
    await news();
    const asked = await bo.id('feedback', 'add', id, 'Later', '--type', 'suggestion');
    const blocker = await bo.id('blocker', 'add', id, 'No key');
    await saved('Bo asks', BO);
    await ok(cli, 'feedback', 'decline', asked, '--reason', 'No time');
    await ok(cli, 'unblock', blocker, '--resolution', 'Found it');
    await saved('Ana answers');
    const answers = [
      'Ana cleared a blocker of "Ship": No key · Found it',
      'Ana declined feedback on "Ship": Later · No time',
    ];
    const [reported, given] = ['Bo reported a blocker of "Ship": No key', 'Bo gave feedback on "Ship": Later'];
    assert.deepEqual(await news(), [...answers, reported, given]);
    assert.deepEqual(await news(), ['Nothing changed.']);
    const other = await bo.id('feedback', 'add', id, 'Why?');
    await saved('Bo asks again', BO);
    await news();
    await ok(cli, 'feedback', 'resolve', other);
    assert.match((await cli.run('news')).stdout, /^ana settled feedback on "Ship": Why\?\n$/i);
  });

  it('tells that a goal is finished that is new since the last look, and one that was declined with the reason', async () => {
    await cli.id('add', '--team', 'Here before');
    await news();
    const [done, wanted] = [
      await cli.id('add', '--team', 'Ship'),
      await bo.id('add', '--team', 'Paint', '--owner', 'ana@example.com'),
    ];
    await saved('Plan', BO);
    await ok(cli, 'done', done);
    await ok(cli, 'decline', wanted, '--reason', 'no time');
    await saved('Ana works');
    assert.deepEqual(await news(), [
      'Ana declined "Paint": no time',
      'Ana finished "Ship"',
      'Bo added "Paint"',
      'Bo added "Ship"',
    ]);
    const json = await cli.json<{ note: string | null }[]>('news', '--since', 'HEAD~1');
    assert.deepEqual(
      json.map(({ note }) => note),
      ['no time', null],
    );
    const next = await bo.id('add', '--team', 'Mow', '--owner', 'ana@example.com');
    await news();
    await ok(cli, 'accept', next);
    assert.match((await cli.run('news')).stdout, /^ana accepted "Mow"\n$/i);
  });

  it('tells that a cycle was closed and opened again, and what became of its goals', async () => {
    await cli.id('add', '--team', 'Here before');
    await news();
    const cycle = await cli.id('cycle', 'add', '2026 Q4', '--from', '2026-10-01', '--to', '2026-12-31');
    const goal = await cli.id('objective', 'add', 'Fast', '--cycle', cycle);
    await ok(cli, 'cycle', 'close', cycle, '--learned', `${goal}=Begin sooner`, '--yes');
    await saved('Close');
    const lines = await news();
    assert.deepEqual(
      lines.filter((line) => /closed|missed/.test(line)),
      ['Ana closed the cycle "2026 Q4"', 'Ana closed "Fast" as missed: Learned: Begin sooner · Score: 0'],
      lines.join('\n'),
    );
    await ok(cli, 'cycle', 'reopen', cycle);
    await saved('Open');
    assert.deepEqual(
      (await news()).map((line) => line.replace(/:.*/, '')),
      ['Ana opened the cycle "2026 Q4" again', 'Ana reopened "Fast"'],
    );
  });

  it('tells how a pact ended, with the word why', async () => {
    for (const [end, words, line] of [
      ['Kept', ['--kept', '--reason', 'good enough'], 'Ana closed "Kept" as kept: good enough'],
      ['Missed', ['--missed', '--learned', 'too late'], 'Ana closed "Missed" as missed: Learned: too late'],
      ['Dropped', ['--dropped', '--reason', 'no need'], 'Ana dropped "Dropped": no need'],
    ] as const) {
      const id = await cli.id('pact', 'add', end, '--owner', 'me', '--why', 'To grow');
      await ok(cli, 'pact', 'propose', id);
      await news();
      await ok(cli, 'pact', 'close', id, ...words);
      await saved(end);
      assert.deepEqual(await news(), [line]);
    }
  });

  it('tells for whom a signature was given, whether it counts, how many had signed then, and what a forged one is', async () => {
    const id = await cli.id('pact', 'add', 'On call', '--owner', 'me', '--sponsor', BO.email, '--why', 'To grow');
    await ok(cli, 'pact', 'propose', id);
    await saved('Propose', BO);
    await news();
    await ok(cli, 'pact', 'sign', id);
    await saved('Ana signs');
    await ok(cli, 'pact', 'sign', id, '--for', BO.email);
    await saved('Ana signs for Bo');
    const waits = 'Ana signed "On call" for Bo; it does not count until Bo signs';
    assert.deepEqual(await news(), [waits, 'Ana signed "On call" (1/2)']);
    await ok(bo, 'pact', 'sign', id);
    await saved('Bo signs', BO);
    assert.deepEqual(await news(), ['Bo signed "On call" (2/2)']);
    const other = await cli.id('pact', 'add', 'Learn', '--owner', 'me', '--sponsor', BO.email, '--why', 'To grow');
    await ok(cli, 'pact', 'propose', other);
    await ok(cli, 'pact', 'sign', other);
    await saved('Ana proposes');
    await news();
    await ok(bo, 'pact', 'sign', other);
    await saved('Ana plants it');
    assert.match(
      (await news()).join('\n'),
      /^Ana (committed|wrote or changed) a signature of Bo under "Learn"; it does not count/,
    );
    await ok(cli, 'pact', 'amend', other, '--note', 'Better', '--why', 'To learn');
    const since = (await cli.run('news', '--since', 'HEAD~2')).stdout;
    assert.match(since, /^ana signed "Learn"$/im, 'of earlier terms none is counted');
  });
});
