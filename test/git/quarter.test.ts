import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clones, Member } from '../support/clones';
import { clonesFor } from '../support/clones';

const ANA = { name: 'Ana', email: 'ana@example.com' };
const BO = { name: 'Bo', email: 'bo@example.com' };
const CY = { name: 'Cy', email: 'cy@example.com' };
const DAY = 24 * 60 * 60 * 1000;
const FILE = '.microgoals/goals.json';

/** Three people, three clones, one quarter: each test is a part of it and goes on where the one before ended. */
describe('a quarter of a team, by the command line', function () {
  this.timeout(600_000);

  let clones: Clones;
  let ana: Member;
  let bo: Member;
  let cy: Member;
  const ids: Record<string, string> = {};

  before(async () => {
    clones = await clonesFor([ANA, BO, CY]);
    [ana, bo, cy] = clones.members as readonly [Member, Member, Member];
  });
  after(() => clones.remove());

  const id = (name: string): string => ids[name] ?? name;
  const stateOf = async (who: Member, pact: string): Promise<string> =>
    (await who.json<{ state: string }>('pact', 'status', pact)).state;
  const waitingFor = async (who: Member): Promise<string[]> =>
    (await who.json<{ waiting: { what: string }[] }>('status')).waiting.map(({ what }) => what).sort();
  const share = async (...people: Member[]): Promise<void> => {
    for (const who of people) await who.share(`Goals of ${who.user.name}`);
  };
  const meet = (): Promise<void> => clones.meet();

  it('begins with a charter, an objective with a measure and a KPI, and a pact with a promise of each', async () => {
    const day = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
    ids['mission'] = await ana.id('charter', 'add', 'Developers trust their builds', '--type', 'mission');
    ids['quarter'] = await ana.id('cycle', 'add', 'This quarter', '--from', day(-60), '--to', day(30));
    ids['next'] = await ana.id('cycle', 'add', 'Next quarter', '--from', day(31), '--to', day(121));
    const where = ['--serves', id('mission'), '--cycle', id('quarter'), '--ambition', 'committed'];
    ids['objective'] = await ana.id('objective', 'add', 'Builds are fast', '--owner', 'me', ...where);
    const measure = ['--unit', 'min', '--start', '12', '--target', '5', '--parent', id('objective')];
    ids['result'] = await ana.id('key-result', 'add', 'Median build below 5 min', '--owner', 'me', ...measure);
    ids['kpi'] = await ana.id('kpi', 'add', 'Flaky tests', '--goals', id('result'), '--ceiling', '2', '--unit', '%');
    const terms = ['--why', 'Waiting breaks concentration', '--measure', 'Median of main', '--due', day(25)];
    const below = ['--parent', id('objective'), '--owner', 'me', '--reward', 'A day off'];
    ids['pact'] = await ana.id('pact', 'add', 'We keep builds fast', ...terms, ...below);
    for (const [name, title, owner] of [
      ['cache', 'Cache what is fetched', ANA.email],
      ['split', 'Split the tests', BO.email],
      ['flaky', 'Mend what is flaky', CY.email],
    ] as const)
      ids[name] = await ana.id('commitment', 'add', id('pact'), title, '--owner', owner);
    await meet();
    assert.deepEqual(await waitingFor(bo), ['accept']);
    await bo.ok('accept', id('split'));
    await cy.ok('accept', id('flaky'));
    await share(bo, cy);
  });

  it('talks the terms over: a suggestion that is accepted makes the edit', async () => {
    const what = ['--type', 'suggestion', '--field', 'measure', '--value', 'Median of main over a week'];
    const suggestion = await bo.id('feedback', 'add', id('pact'), 'One day says little', ...what);
    await share(bo, ana);
    await ana.ok('feedback', 'accept', suggestion);
    assert.match(await ana.ok('pact', 'show', id('pact')), /Median of main over a week/);
  });

  it('proposes the pact, and three people sign in three clones at once', async () => {
    await ana.ok('pact', 'propose', id('pact'));
    await meet();
    for (const [who, confidence] of [
      [ana, '4'],
      [bo, '4'],
      [cy, '3'],
    ] as const)
      await who.ok('pact', 'sign', id('pact'), '--confidence', confidence);
    await meet();
    for (const who of [ana, bo, cy]) assert.equal(await stateOf(who, id('pact')), 'active');
  });

  it('amends it: it stays in force under the older terms until everybody has signed again', async () => {
    await ana.ok('pact', 'amend', id('pact'), '--note', 'The release moved', '--measure', 'Median of all branches');
    await meet();
    assert.equal(await stateOf(bo, id('pact')), 'amended');
    assert.match(await bo.ok('list'), /in force · new terms wait for ana, bo, cy/i);
    assert.match(await bo.ok('pact', 'diff', id('pact')), /Median of all branches/);
    assert.ok((await waitingFor(bo)).includes('signAgain'));
    for (const who of [ana, bo, cy]) await who.ok('pact', 'sign', id('pact'), '--confidence', '4');
    await meet();
    assert.equal(await stateOf(cy, id('pact')), 'active');
  });

  it('works: commits name the promises, check-ins are drafted from them, a blocker is solved', async () => {
    await bo.ok('start', id('split'));
    await bo.clone.write('tests.txt', 'in four parts\n');
    await bo.clone.commit('Run the tests in four parts');
    assert.match(await bo.clone.git('log', '-1', '--format=%B'), new RegExp(`Goal: ${id('split')}`));
    assert.match(await bo.ok('checkin', id('pact'), '--draft'), /Run the tests in four parts|Split the tests/);
    await bo.ok('checkin', id('pact'), '--confidence', '4');
    ids['blocker'] = await cy.id('blocker', 'add', id('flaky'), 'No machine with Windows', '--needs', ANA.email);
    await meet();
    assert.ok((await waitingFor(ana)).some((what) => what.startsWith('blocker')));
    await ana.ok('blocker', 'clear', id('blocker'), '--resolution', 'Rented one');
    await ana.ok('kudos', 'add', id('pact'), 'You halved my waiting', '--to', BO.email);
    await ana.ok('checkin', id('result'), '--value', '4.8', '--confidence', '5', '--note', 'Below five at last');
    await ana.ok('measure', id('kpi'), '1', '--source', 'ci');
    await ana.ok('done', id('cache'));
    await bo.ok('done', id('split'));
    await cy.ok('done', id('flaky'));
    await meet();
    assert.deepEqual(await waitingFor(ana), []);
  });

  it('looks back, keeps the pact and closes the cycle', async () => {
    await cy.ok('review', 'add', '--goal', id('pact'), '--went-well', 'Small steps', '--adjust', 'Ask earlier');
    await ana.ok('pact', 'close', id('pact'), '--kept');
    await ana.ok('cycle', 'close', id('quarter'), '--carry-to', id('next'), '--yes');
    await meet();
    const report = await cy.ok('cycle', 'report', id('quarter'), '--markdown');
    assert.match(report, /Builds are fast/);
    assert.match(await bo.ok('wins'), /We keep builds fast/);
  });

  it('leaves the same bytes in all clones, and check is content with each', async () => {
    const bytes = await Promise.all([ana, bo, cy].map(({ clone }) => readFile(path.join(clone.path, FILE), 'utf8')));
    assert.equal(new Set(bytes).size, 1);
    for (const who of [ana, bo, cy]) assert.match(await who.ok('check'), /No problems/);
  });

  it('a signature that another person committed makes check red with the name of the commit', async () => {
    const file = path.join(cy.clone.path, FILE);
    const text = await readFile(file, 'utf8');
    const signature = /"(s-[0-9a-z]{10})": \{[^}]*?"by": "cy@example\.com"[^]*?\n {4}\}/.exec(text);
    assert.ok(signature);
    const forged = signature[0].replace(CY.email, BO.email).replace(/"s-[0-9a-z]{10}"/, '"s-0000000000"');
    await writeFile(file, text.replace(signature[0], `${forged},\n    ${signature[0]}`));
    await cy.clone.commit('Tidy the file', CY);
    const commit = await cy.clone.git('rev-parse', 'HEAD');
    const { code, stdout } = await cy.run('check', '--json');
    assert.equal(code, 1);
    assert.ok(stdout.includes(commit), stdout);
  });
});
