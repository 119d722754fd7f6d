import assert from 'node:assert/strict';
import type { CommandLine } from '../../support/commandLine';
import { processCommandLine } from '../../support/commandLine';
import type { CliFixture } from './cliFixture';
import { cliFixture } from './cliFixture';

/** A place where the date is another one than in UTC, whatever the hour is. */
const TZ = new Date().getUTCHours() >= 12 ? 'Etc/GMT-14' : 'Etc/GMT+12';
const HOURS = TZ === 'Etc/GMT-14' ? 14 : -12;
const dayThere = (): string => new Date(Date.now() + HOURS * 60 * 60 * 1000).toISOString().slice(0, 10);

describe('microgoals: days in the time zone of the person', () => {
  let cli: CliFixture;
  let there: CommandLine;
  let goal: string;
  let today: string;
  before(async () => {
    cli = await cliFixture();
    there = processCommandLine(cli.repository.path, cli.data.path, { TZ });
    today = dayThere();
    goal = await there.id('add', '--team', 'Goal', '--kind', 'objective');
    await there.run('milestone', 'add', goal, 'Half way');
    await there.run('check-in', 'add', goal, 'form done');
    await cli.repository.git('add', '.');
    await cli.repository.git('commit', '-qm', `work\n\nGoal: ${goal}`);
    await there.run('done', goal);
  });
  after(() => cli.remove());

  const said = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await there.run(...args);
    assert.equal(code, 0, stderr);
    return stdout;
  };

  it('wins, log, lists, show and history tell today', async () => {
    assert.ok((await said('wins')).startsWith(`${today}  done: Goal`));
    assert.ok((await said('log', goal)).includes(` ${today} `));
    assert.match(await said('check-in', 'list'), new RegExp(`form done .*\\b${Number(today.slice(8))} `));
    const shown = await said('show', goal);
    assert.match(shown, new RegExp(`\\n {2}[0-9a-f]{8} ${today} `));
    assert.match(shown, new RegExp(`History\\n {2}${today} \\d\\d:\\d\\d {2}added · `));
    assert.match(await said('history', goal), new RegExp(`\\n {2}${today} \\d\\d:\\d\\d `));
  });

  it('a milestone that is reached today stands on today among the wins', async () => {
    const [milestone] = await there.json<{ id: string }[]>('milestone', 'list');
    await said('milestone', 'reach', milestone?.id ?? '');
    assert.ok((await said('wins')).includes(`${today}  milestone: Half way`));
  });

  it('a blocker waits since its own day', async () => {
    const me = (await cli.repository.git('config', 'user.email')).trim();
    const open = await there.id('add', '--team', 'Other');
    await said('blocker', 'add', open, 'no runner', '--needs', me);
    assert.match(await said('waiting'), new RegExp(`since \\w+ ${Number(today.slice(8))} `));
  });

  it('JSON keeps the moment in UTC', async () => {
    const [win] = await there.json<{ at: string }[]>('wins');
    assert.match(win?.at ?? '', /Z$/);
  });
});
