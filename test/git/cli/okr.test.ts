import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import { installDriver } from '../../support/driver';
import type { GitRepository } from '../../support/gitRepository';
import { configureIdentity, gitRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

interface Line {
  readonly title: string;
  readonly status: string;
  readonly score: number | null;
  readonly carriedTo: string | null;
  readonly keyResults: readonly Line[];
}

/** Returns the goals of a file without their stamps. */
async function goalsIn(file: string): Promise<unknown> {
  const { records } = JSON.parse(await readFile(file, 'utf8')) as { records: Record<string, object> };
  const goals = Object.entries(records).filter(([id]) => id.startsWith('g-'));
  return goals.map(([id, record]) => [id, { ...record, edits: undefined }]);
}

describe('microgoals: objectives and key results', () => {
  let cli: CliFixture;
  let folder: TemporaryFolder;
  let clone: GitRepository;
  let bo: CommandLine;
  let cycle: string;
  let objective: string;
  let result: string;

  before(async () => {
    cli = await cliFixture();
    folder = await temporaryFolder('bo');
    cycle = await cli.id('cycle', 'add', 'Q4', '--from', '2020-10-01', '--to', '2020-12-31');
    const charter = await cli.id('charter', 'add', 'Fast for everybody', '--type', 'mission');
    const made = ['Fast', '--cycle', cycle, '--serves', charter, '--owner', 'ana@example.com'];
    objective = await cli.id('objective', 'add', ...made);
    const measure = ['--unit', 'ms', '--start', '120', '--target', '80', '--parent', objective];
    result = await cli.id('key-result', 'add', 'Start below 80 ms', ...measure);
    await cli.repository.git('add', '--all');
    await cli.repository.commit('Goals');
    clone = gitRepository(path.join(folder.path, 'clone'));
    await cli.repository.git('clone', '--quiet', cli.repository.path, clone.path);
    await configureIdentity(clone, { name: 'Bo', email: 'bo@example.com' });
    bo = commandLine(clone.path, cli.data.path);
    await installDriver(cli.repository.path);
  });

  after(async () => {
    await cli.remove();
    await folder.remove();
  });

  it('a measure told in a check-in moves key result and objective, and the outlook says why (rows 2, 28, 52)', async () => {
    await cli.id('check-in', 'add', result, 'cached', '--value', '95', '--confidence', '4');
    const { stdout } = await cli.run('show', result);
    assert.match(stdout, /Progress +62 %\n/);
    assert.match(stdout, /Measure +120 → 95 of 80 ms\n/);
    assert.match(stdout, /Outlook +off track: 62 % done, and the time is over\n/);
    assert.equal((await cli.json<{ progress: number }>('show', objective)).progress, 0.625);
    assert.match((await cli.run('list')).stdout, /120 → 95 of 80 ms · .*off track/);
    const uptime = await cli.id('kpi', 'add', 'Uptime', '--floor', '99', '--goals', result);
    await cli.id('measure', uptime, '98');
    assert.match(
      (await cli.run('show', result)).stdout,
      /Outlook +off track: out of bounds: Uptime is 98, at least 99;/,
    );
  });

  it('a goal of one clone is asked to serve an objective of the other, whose owner accepts (row 62)', async () => {
    const goal = await bo.id('add', '--team', 'Tidy the loader');
    const ask = await bo.id('relation', 'add', goal, 'halves the start', '--type', 'serves', '--to', objective);
    assert.deepEqual((await bo.json<{ unaligned: string[] }>('relation', 'map')).unaligned, [goal]);
    const refused = await bo.run('relation', 'accept', ask);
    assert.deepEqual([refused.code, refused.stderr], [1, 'microgoals: Only the owner of the objective can answer.\n']);
    await clone.git('add', '--all');
    await clone.git('commit', '--quiet', '--message', 'Ask');
    await cli.repository.git('add', '--all');
    await cli.repository.commit('Measured');
    await cli.repository.git('pull', '--quiet', '--no-rebase', '--no-edit', clone.path, 'HEAD');
    assert.match((await cli.run('status')).stdout, /Waiting on you: 1/);
    assert.match((await cli.run('relation', 'map')).stdout, /Asked\n.*Tidy the loader → Fast/);
    assert.match((await cli.run('relation', 'accept', ask)).stdout, / accepted/);
    const { stdout } = await cli.run('relation', 'map');
    assert.match(stdout, /^mission: Fast for everybody\n +g-.* Fast /);
    assert.match(stdout, /Tidy the loader +goal · 0 % · by agreement\n$/);
    assert.deepEqual((await cli.json<{ unaligned: string[] }>('relation', 'map')).unaligned, []);
  });

  it('closing a cycle scores, carries and reports; it is done once (row 63)', async () => {
    const next = await cli.id('cycle', 'add', 'Q1', '--from', '2021-01-01', '--to', '2021-03-31');
    for (const [text, message] of [
      [`${result}=2`, /--score must be a number from 0 to 1; it is "2"/],
      ['0.4', /--score takes ID=VALUE/],
    ] as const) {
      const { code, stderr } = await cli.run('cycle', 'close', cycle, '--score', text);
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
    const lesson = `${result}=Measure first.`;
    const options = ['--carry-to', next, '--score', `${result}=0.6`, '--keep', result, '--learned', lesson];
    const file = path.join(cli.repository.path, '.microgoals/goals.json');
    const before = await readFile(file, 'utf8');
    const carried = await cli.run('cycle', 'close', cycle, '--carry-to', next, '--learned', `${objective}=Ask early`);
    assert.match(carried.stdout, / carried to Q1: Fast · lesson: Ask early\n/);
    const shown = await cli.run('cycle', 'close', cycle, ...options);
    assert.match(
      shown.stdout,
      / 0\.60 missed: Start below 80 ms · lesson: Measure first\.\n.* 0\.60 carried to Q1: Fast\n$/,
    );
    assert.equal(await readFile(file, 'utf8'), before, 'shows it and writes nothing');
    const silent = await cli.run('cycle', 'close', cycle, ...options.slice(0, -2), '--yes');
    assert.deepEqual([silent.code, await readFile(file, 'utf8')], [1, before]);
    assert.match(silent.stdout, /lesson: none yet \(--learned g-\S+=TEXT\)/);
    assert.match(silent.stderr, /nothing says what was learned: "Start below 80 ms"/);
    const dropping = await cli.run('cycle', 'close', cycle, '--drop', result, '--drop', objective, '--yes');
    assert.match(dropping.stderr, /nothing says why: "Start below 80 ms", "Fast"/);
    options.push('--yes');
    await cli.id('milestone', 'add', result, 'Cache in place');
    await cli.id('blocker', 'add', result, 'No fast machine');
    const goals = await goalsIn(file);
    const { stdout } = await cli.run('cycle', 'close', cycle, ...options);
    const report = await cli.run('cycle', 'report', cycle, '--markdown');
    for (const part of [
      /Outlook: off track/,
      /out of bounds\\?: Uptime is 98, at least 99/,
      /In the way: No fast machine/,
    ])
      assert.match(report.stdout, part);
    assert.match(report.stdout, /Milestone: Cache in place, not reached[^]*$/);
    assert.match(report.stdout, /Measure: 120 → 95 of 80 ms/);
    assert.match((await cli.run('cycle', 'list')).stdout, / Q4 .* closed /);
    assert.match((await cli.run('cycle', 'reopen', cycle)).stdout, / open again: Q4\n$/);
    assert.doesNotMatch((await cli.run('cycle', 'list')).stdout, /closed/);
    assert.deepEqual(await goalsIn(file), goals, 'every goal is as it was');
    assert.match((await cli.run('cycle', 'reopen', cycle)).stderr, /is not closed/);
    assert.equal((await cli.run('cycle', 'close', cycle, ...options)).code, 0);
    await cli.id('check-in', 'add', result, 'later', '--value', '85');
    await cli.run('key-result', 'edit', result, '--title', 'Another title');
    assert.equal((await cli.run('cycle', 'report', cycle, '--markdown')).stdout, report.stdout, 'it keeps its report');
    await cli.run('key-result', 'edit', result, '--title', 'Start below 80 ms');
    assert.match(stdout, / 0\.60 missed: Start below 80 ms · .*\n.* 0\.60 carried to Q1: Fast\n/);
    assert.match((await cli.run('cycle', 'close', cycle, '--yes')).stderr, /closed already/);
    const { objectives } = await cli.json<{ objectives: readonly Line[] }>('cycle', 'report', cycle);
    const told = ({ title, status, score, carriedTo }: Line): unknown => [title, status, score, carriedTo];
    assert.deepEqual(objectives.map(told), [['Fast', 'open', 0.6, 'Q1']]);
    assert.deepEqual(objectives[0]?.keyResults.map(told), [['Start below 80 ms', 'missed', 0.6, null]]);
    assert.match((await cli.run('cycle', 'report', cycle, '--markdown')).stdout, /^# Q4\n[^]*- Learned: Measure first/);
    assert.deepEqual((await cli.json<{ objectives: readonly Line[] }>('cycle', 'report', next)).objectives.map(told), [
      ['Fast', 'open', 0.88, null],
    ]);
  });
});

describe('microgoals: the numbers of a measure', () => {
  let cli: CliFixture;

  before(async () => {
    cli = await cliFixture();
  });

  after(() => cli.remove());

  /** Makes a key result and, with a value, measures it. */
  async function result(parent: string | undefined, options: string, value?: string): Promise<string> {
    const below = parent === undefined ? [] : ['--parent', parent];
    const id = await cli.id('key-result', 'add', 'Result', ...options.split(' '), ...below);
    if (value !== undefined) await cli.id('measure', id, value);
    return id;
  }

  async function progressOf(id: string): Promise<number> {
    return (await cli.json<{ progress: number }>('show', id)).progress;
  }

  it('an objective is the mean of its key results, whatever is below each', async () => {
    const objective = await cli.id('objective', 'add', 'Half');
    await result(objective, '--target 100', '100');
    const second = await result(objective, '--target 100', '0');
    assert.equal(await progressOf(objective), 0.5);
    for (let count = 1; count <= 9; count++) await cli.id('add', '--team', `Step ${count}`, '--parent', second);
    assert.equal(await progressOf(objective), 0.5);
    assert.match((await cli.run('show', objective)).stdout, /Progress +50 %\n/);
    assert.match((await cli.run('list')).stdout, / Half +50 % · /);
  });

  it('nine finished goals below one key result weigh no more than one that stands alone', async () => {
    const objective = await cli.id('objective', 'add', 'Two thirds');
    const counted = await cli.id('key-result', 'add', 'Counted', '--parent', objective);
    for (let count = 1; count <= 9; count++) {
      const step = await cli.id('add', '--team', `Part ${count}`, '--parent', counted);
      await cli.run('done', step);
    }
    await result(objective, '--target 100', '33');
    assert.equal(await progressOf(counted), 1);
    assert.match((await cli.run('show', objective)).stdout, /Progress +67 %\n/);
    assert.match((await cli.run('relation', 'map')).stdout, /Two thirds {2}objective · 67 %\n/);
  });

  it('a value worse than the start is 0 %, and at risk', async () => {
    const id = await result(undefined, '--unit ms --start 120 --target 80', '140');
    const { stdout } = await cli.run('show', id);
    assert.match(stdout, /Progress +0 %\n/);
    assert.match(stdout, /Measure +120 → 140 of 80 ms\n/);
    assert.match(stdout, /Outlook +at risk: .*worse than at the start: 140 ms/);
  });

  it('a level is held or not', async () => {
    const id = await result(undefined, '--unit % --start 99.9 --target 99.9', '99.95');
    const held = await cli.run('show', id);
    assert.match(held.stdout, /Progress +100 %\n/);
    assert.match(held.stdout, /Measure +held: 99\.95 %, at least 99\.9 %\n/);
    await cli.id('measure', id, '99.8');
    const { stdout } = await cli.run('show', id);
    assert.match(stdout, /Progress +0 %\n/);
    assert.match(stdout, /Measure +not held: 99\.8 %, at least 99\.9 %\n/);
  });

  it('a target without a start is counted from 0, and says so', async () => {
    const { stdout } = await cli.run('show', await result(undefined, '--target 10', '5'));
    assert.match(stdout, /Progress +50 %\n/);
    assert.match(stdout, /Measure +0 → 5 of 10, counted from 0\n/);
  });

  it('a check-in with a number alone tells what it changed', async () => {
    const id = await result(undefined, '--unit ms --start 12 --target 2', '10');
    assert.match((await cli.run('checkin', id, '--value', '2')).stdout, /^c-\S+ Result: 10 → 2 ms\n$/);
    const [said] = await cli.json<{ note: string }[]>('check-in', 'list', '--of', id);
    assert.equal(said?.note, '10 → 2 ms');
  });

  it('a value of an earlier day than the latest changes nothing, and says which one counts', async () => {
    const id = await result(undefined, '--unit ms --start 12 --target 2');
    await cli.id('measure', id, '7', '--at', '2020-11-27');
    assert.match(
      (await cli.run('measure', id, '9', '--at', '2020-11-25')).stdout,
      /: 9 ms on 2020-11-25; 7 ms on 2020-11-27 still counts\n$/,
    );
    assert.match((await cli.run('show', id)).stdout, /Measure +12 → 7 of 2 ms\n/);
  });

  it('the readings before the latest stay, each with its day', async () => {
    const kpi = await cli.id('kpi', 'add', 'Error rate', '--unit', '%', '--ceiling', '0.05');
    await cli.id('measure', kpi, '0.04', '--at', '2020-11-23', '--source', 'ci');
    await cli.id('measure', kpi, '0.07', '--at', '2020-11-27', '--source', 'ci');
    const readings = await cli.json<{ value: number; at: string; source: string }[]>('reading', 'list', '--of', kpi);
    assert.deepEqual(readings.map(({ value, at, source }) => [value, at, source]).sort(), [
      [0.04, '2020-11-23', 'ci'],
      [0.07, '2020-11-27', 'ci'],
    ]);
    assert.match((await cli.run('kpi', 'list')).stdout, /0\.07 % · 2020-11-27 · must be at most 0\.05 %/);
    const history = await cli.run('history', 'Error rate');
    assert.match(history.stdout, /Error rate\n {2}2020-11-23 +0\.04 % · ci\n {2}2020-11-27 +0\.07 % · ci\n$/);
    assert.deepEqual(
      (await cli.json<{ at: string; value: number }[]>('history', kpi)).map(({ at, value }) => [at, value]),
      [
        ['2020-11-23', 0.04],
        ['2020-11-27', 0.07],
      ],
    );
    const cycle = await cli.id('cycle', 'add', 'Q4', '--from', '2020-10-01', '--to', '2020-12-31');
    const objective = await cli.id('objective', 'add', 'Reliable', '--cycle', cycle);
    await cli.run('kpi', 'edit', kpi, '--goals', objective);
    const wanted = /\n- KPI Error rate: 0\.04 % on 2020-11-23, 0\.07 % on 2020-11-27\n/;
    assert.match((await cli.run('cycle', 'report', cycle)).stdout, wanted);
    await cli.run('cycle', 'close', cycle, '--learned', `${objective}=Measure first.`, '--yes');
    await cli.id('measure', kpi, '0.01', '--at', '2020-12-01');
    assert.match((await cli.run('cycle', 'report', cycle)).stdout, wanted, 'as it was kept');
  });

  it('a score is for the owner to give, then for the facilitator of the cycle', async () => {
    const facilitator = ['--facilitator', 'cy@example.com'];
    const cycle = await cli.id('cycle', 'add', 'Q4', '--from', '2020-10-01', '--to', '2020-12-31', ...facilitator);
    const objective = await cli.id('objective', 'add', 'Reliable', '--cycle', cycle);
    const result = await cli.id(
      'key-result',
      'add',
      'Fast',
      '--parent',
      objective,
      '--target',
      '10',
      '--owner',
      'bo@example.com',
    );
    const { code, stderr } = await cli.run('key-result', 'edit', result, '--score', '0.4');
    assert.equal(code, 1);
    assert.match(
      stderr,
      /Only bo@example\.com, who owns "Fast", or cy@example\.com, who facilitates its cycle, scores it/,
    );
    assert.equal((await cli.run('objective', 'edit', objective, '--score', '0.4')).code, 0);
  });
});
