import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clones, Member } from '../support/clones';
import { clonesFor } from '../support/clones';
import { commandLine } from '../support/commandLine';
import { SHARED_FILE } from '../support/team';

const ANA = { name: 'Ana', email: 'ana@example.com' };
const BO = { name: 'Bo', email: 'bo@example.com' };
const CY = { name: 'Cy', email: 'cy@example.com' };

interface Listed {
  readonly id: string;
  readonly title: string;
}

/** One quarter of three people: what each part writes is read in every clone, as the same numbers and the same words. */
describe('the numbers of a quarter, in three clones', function () {
  this.timeout(600_000);

  let clones: Clones;
  let ana: Member;
  let bo: Member;
  let cy: Member;
  const ids: Record<string, string> = {};

  before(async () => {
    clones = await clonesFor([ANA, BO, CY]);
    [ana, bo, cy] = clones.members as readonly [Member, Member, Member];
    await ana.clone.write('readme.md', '# Reviews\n');
    await clones.meet();
    for (const who of clones.members) await who.ok('news');
  });
  after(() => clones.remove());

  const id = (name: string): string => ids[name] ?? name;
  const sharedFile = (who: Member): Promise<string> => readFile(path.join(who.clone.path, SHARED_FILE), 'utf8');
  const allRead = async (args: readonly string[], ...patterns: RegExp[]): Promise<void> => {
    for (const who of clones.members) {
      const text = await who.ok(...args);
      for (const pattern of patterns) assert.match(text, pattern);
    }
  };
  const keyResult = async (who: Member, title: string, options: string, value?: string): Promise<void> => {
    ids[title] = await who.id('key-result', 'add', title, '--owner', 'me', ...options.split(' '));
    if (value !== undefined) await who.ok('measure', id(title), value);
  };
  const pact = async (title: string): Promise<void> => {
    const terms = ['--why', 'Nobody waits', '--target', '5', '--due', '2099-12-04', '--unit', 'reviews'];
    ids[title] = await ana.id('pact', 'add', title, ...terms);
    for (const { user } of [ana, bo])
      await ana.id('commitment', 'add', id(title), `Review (${user.name})`, '--owner', user.email);
  };
  const statesOf = async (title: string): Promise<string[]> => {
    const states: string[] = [];
    for (const who of clones.members)
      states.push((await who.json<{ state: string }>('pact', 'status', id(title))).state);
    return states;
  };
  const inAll = (state: string): string[] => [state, state, state];

  it('objectives are the mean of their key results, measures count from their start', async () => {
    ids['half'] = await ana.id('objective', 'add', 'Half', '--owner', 'me');
    await keyResult(ana, 'First', `--target 100 --parent ${id('half')}`, '100');
    await keyResult(ana, 'Second', `--target 100 --parent ${id('half')}`, '0');
    await keyResult(ana, 'Start', '--unit ms --start 120 --target 80', '140');
    await keyResult(ana, 'Talks', '--target 10', '5');
    await keyResult(ana, 'Load', '--start 9 --target 5 --unit ms');
    ids['thirds'] = await bo.id('objective', 'add', 'Thirds', '--owner', 'me');
    ids['counted'] = await bo.id('key-result', 'add', 'Counted', '--parent', id('thirds'));
    for (let count = 1; count <= 9; count++)
      await bo.ok('done', await bo.id('add', '--team', `Part ${count}`, '--parent', id('counted')));
    await keyResult(bo, 'Alone', `--target 100 --parent ${id('thirds')}`, '33');
    await keyResult(bo, 'Up', '--unit % --start 99.9 --target 99.9', '99.95');
    await keyResult(bo, 'Down', '--unit % --start 99.9 --target 99.9', '99.8');
    for (const title of ['Answer reviews', 'Write it down', 'Pair on releases']) await pact(title);
    await clones.meet();
    await allRead(['show', id('half')], /Progress +50 %\n/);
    await allRead(['show', id('thirds')], /Progress +67 %\n/);
    await allRead(['show', id('Start')], /Progress +0 %\n/, /120 → 140 of 80 ms/, /Outlook +at risk: .*worse than at/);
    await allRead(['show', id('Talks')], /Progress +50 %\n/, /0 → 5 of 10, counted from 0/);
    await allRead(['show', id('Up')], /Progress +100 %\n/, /held: 99\.95 %/);
    await allRead(['show', id('Down')], /Progress +0 %\n/, /not held: 99\.8 %/);
  });

  it('nine goals below a key result leave its objective at 50 %; what is signed for somebody who commits waits', async () => {
    for (const [at, who] of clones.members.entries())
      for (const step of [1, 2, 3]) await who.id('add', '--team', `Step ${3 * at + step}`, '--parent', id('Second'));
    for (const { id: promise, title } of await bo.json<Listed[]>('list'))
      if (title === 'Review (Bo)') await bo.ok('accept', promise);
    for (const title of ['Answer reviews', 'Write it down', 'Pair on releases']) {
      await ana.ok('pact', 'propose', id(title));
      await ana.ok('pact', 'sign', id(title));
    }
    assert.match(await ana.ok('pact', 'sign', id('Pair on releases'), '--for', BO.email), /Bo commits here/i);
    await bo.ok('key-result', 'edit', id('Load'), '--target', '4');
    await clones.meet();
    await allRead(['show', id('half')], /Progress +50 %\n/);
    assert.deepEqual(await statesOf('Pair on releases'), inAll('proposed'));
    assert.match(await bo.ok('waiting'), /Sign: Pair on releases.*you commit here yourself/);
  });

  it('a contradicted signature counts nowhere and asks its person; changes, reasons and check-ins are told by name', async () => {
    await ana.ok('news');
    const forger = commandLine(ana.clone.path, `${ana.clone.path}.data`, { MICROGOALS_EMAIL: BO.email });
    assert.equal((await forger.run('pact', 'sign', id('Pair on releases'))).code, 0);
    await bo.ok('pact', 'decline', id('Answer reviews'), '--reason', 'Five is too much');
    await bo.ok('pact', 'sign', id('Write it down'));
    await keyResult(bo, 'Parse', '--unit ms --start 12 --target 2', '10');
    assert.match(await bo.ok('checkin', id('Parse'), '--value', '2'), /Parse: 10 → 2 ms/);
    await cy.ok('key-result', 'edit', id('Load'), '--target', '6');
    ids['dropped'] = await cy.id('add', '--team', 'Rewrite it');
    await cy.ok('edit', id('dropped'), '--status', 'dropped', '--reason', 'Fast enough');
    ids['skill'] = await cy.id('add', '--team', 'Read profiles #skill', '--why', 'To find what is slow by myself');
    await clones.meet();
    assert.deepEqual(await statesOf('Pair on releases'), inAll('proposed'));
    assert.match(await bo.ok('waiting'), /Sign: Pair on releases +the signature in your name is contradicted/);
    await allRead(['show', id('Load')], /Target: 5 → 4 · Bo/, /Target: 4 → 6 · Cy/);
    await allRead(['show', id('dropped')], /Fast enough/);
    const told = (await ana.ok('news')).trimEnd().split('\n');
    for (const line of told) assert.match(line, /"[^"]+"/, 'each line names its goal');
    for (const line of [/Bo checked in on "Parse": 10 → 2 ms/, /Cy .*"Load".*→ 6/, /Cy .*"Rewrite it"/])
      assert.ok(
        told.some((each) => line.test(each)),
        `${line}\n${told.join('\n')}`,
      );
  });

  it('whoever declined is shown both changes; a pact is not kept in silence; a personal assessment is nobody else’s', async () => {
    const terms = ['--target', '4', '--due', '2099-12-18', '--note', 'Less, and later'];
    await ana.ok('pact', 'amend', id('Answer reviews'), ...terms);
    const silent = await ana.run('pact', 'close', id('Write it down'), '--kept');
    assert.match(silent.stderr, /"Review \(Ana\)", "Review \(Bo\)"; nothing is measured/);
    const ticked = await ana.run('edit', id('Write it down'), '--status', 'done');
    assert.deepEqual([silent.code, ticked.code, ticked.stderr.includes('microgoals pact close')], [1, 1, true]);
    await ana.ok('pact', 'close', id('Write it down'), '--kept', '--reason', 'The rota does it now');
    await bo.ok('pact', 'sign', id('Pair on releases'));
    const before = await sharedFile(bo);
    await bo.ok('assessment', 'add', id('skill'), '--wanted', '4', '--now', '2', '--personal');
    assert.equal(await sharedFile(bo), before);
    await clones.meet();
    assert.match(
      await bo.ok('pact', 'diff', id('Answer reviews')),
      /Target\n +- 5\n +\+ 4\n +Due\n +- 2099-12-04\n +\+ 2099-12-18/,
    );
    await allRead(['pact', 'status', id('Write it down')], /The rota does it now/);
    assert.deepEqual(await statesOf('Pair on releases'), inAll('active'));
    assert.match(await bo.ok('skills'), /2, wanted 4/);
    assert.doesNotMatch(await cy.ok('skills'), /wanted 4/);
  });

  it('an accepted 6 is amended to 4 while the pact stays in force, with its check-ins', async () => {
    const six = ['--type', 'suggestion', '--field', 'target', '--value', '6'];
    const suggestion = await bo.id('feedback', 'add', id('Answer reviews'), 'Six', ...six);
    await clones.meet();
    await ana.ok('feedback', 'accept', suggestion, '--yes');
    await ana.ok('pact', 'sign', id('Answer reviews'));
    await clones.meet();
    await bo.ok('pact', 'sign', id('Answer reviews'));
    await clones.meet();
    await allRead(['list'], /Answer reviews .*in force(?! · new)/);
    const amended = await ana.ok('pact', 'amend', id('Answer reviews'), '--target', '4', '--note', 'Four');
    assert.match(amended, /Target\n +- 6\n +\+ 4/);
    await ana.ok('pact', 'sign', id('Answer reviews'));
    await clones.meet();
    await allRead(['list'], /Answer reviews .*in force · new terms wait for Bo/i);
    assert.match(await bo.ok('checkin', id('Answer reviews'), '--note', 'Two open'), /Answer reviews/);
  });

  it('closing shows what it will write, asks for the lesson and keeps a report; both days of a KPI stand', async () => {
    for (const [name, title, year, months] of [
      ['ending', 'Q4', 2020, ['10-01', '12-31']],
      ['next', 'Q1', 2021, ['01-01', '03-31']],
    ] as const)
      ids[name] = await ana.id('cycle', 'add', title, '--from', `${year}-${months[0]}`, '--to', `${year}-${months[1]}`);
    ids['calm'] = await ana.id('objective', 'add', 'Calm nights', '--owner', 'me', '--cycle', id('ending'));
    await keyResult(ana, 'Fewer alarms', `--start 20 --target 5 --parent ${id('calm')}`, '14');
    const limits = ['--goals', id('Fewer alarms'), '--ceiling', '0.05', '--unit', '%'];
    ids['kpi'] = await ana.id('kpi', 'add', 'Error rate', ...limits);
    await ana.ok('measure', id('kpi'), '0.04', '--at', '2020-11-23');
    await ana.id('milestone', 'add', id('Fewer alarms'), 'Runbooks written');
    await clones.meet();
    await bo.id('blocker', 'add', id('Fewer alarms'), 'No staging', '--needs', CY.email);
    await bo.ok('measure', id('kpi'), '0.07', '--at', '2020-11-27');
    await clones.meet();
    for (const who of clones.members) {
      const readings = await who.json<{ value: number; at: string }[]>('reading', 'list', '--of', id('kpi'));
      assert.deepEqual(readings.map(({ value, at }) => `${at} ${value}`).sort(), [
        '2020-11-23 0.04',
        '2020-11-27 0.07',
      ]);
    }
    const before = await sharedFile(ana);
    const close = ['cycle', 'close', id('ending'), '--carry-to', id('next'), '--keep', id('Fewer alarms')];
    const learned = ['--learned', `${id('Fewer alarms')}=Mute first`];
    const shown = await ana.run(...close, ...learned);
    assert.match(shown.stdout, /0\.40 missed: Fewer alarms · lesson: Mute first[^]*0\.40 carried to Q1: Calm nights/);
    const silent = await ana.run(...close, '--yes');
    assert.deepEqual([silent.code, silent.stderr.includes('"Fewer alarms"')], [1, true], silent.stderr);
    assert.equal(await sharedFile(ana), before);
    await ana.ok(...close, ...learned, '--yes');
    await clones.meet();
    await allRead(
      ['cycle', 'report', id('ending'), '--markdown'],
      /Outlook: off track/,
      /Error rate is 0\.07/,
      /In the way: No staging/,
      /Milestone: Runbooks written, not reached/,
      /20 → 14 of 5/,
      /Learned: Mute first/,
    );
  });

  it('a cycle that is opened again has every goal as it was; the key results of a running one are due', async () => {
    await ana.ok('cycle', 'reopen', id('ending'));
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    ids['running'] = await bo.id('cycle', 'add', 'Now', '--from', day(-10), '--to', day(60));
    ids['quick'] = await bo.id('objective', 'add', 'Quick', '--owner', 'me', '--cycle', id('running'));
    await keyResult(bo, 'Scan', `--unit ms --start 12 --target 2 --parent ${id('quick')}`);
    await clones.meet();
    await allRead(['show', id('Fewer alarms')], /Status +open\n/);
    await allRead(['show', id('calm')], /Cycle +Q4 · 2020-10-01 – 2020-12-31\n/);
    assert.match(await bo.ok('checkin'), /Scan/);
    const bytes = await Promise.all(clones.members.map(sharedFile));
    assert.equal(new Set(bytes).size, 1);
  });
});
