import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { DAY } from '../../src/core/ports/ports';
import { calendarAt } from '../../src/core/snapshot/calendar';
import { systemZone } from '../../src/store/nodePorts';
import { clonesFor, type Clones, type Member } from '../support/clones';
import { daysEarlier } from '../support/daysEarlier';
import { TEST_USER as ANA } from '../support/gitRepository';
import { goalRow, pressEnter, quickInput, startGoalHost, type GoalHost } from '../support/host/goalWindow';
import { shownAtStart, type Workbench } from '../support/host/openWorkbench';
import { accept, addRecord, choose, dialog, fillRecord, say } from '../support/host/quickDialogs';
import { runCommand } from '../support/host/runCommand';
import { sharedRecords } from '../support/sharedRecords';
import { SHARED_FILE } from '../support/team';

const BO = { name: 'Bo', email: 'bo@example.com' };
const OBJECTIVE = 'Builds are fast';
const RESULT = 'Median build below 5 min';
const PACT = 'We keep builds fast';
const PROMISE = 'Split the tests';

/** The product takes the day of the place where it runs. */
function day(days: number): string {
  return calendarAt(Date.now() + days * DAY, systemZone).today;
}

/** One person with the keyboard alone, another one at the command line; each test goes on where the one before ended. */
describe('a quarter of a team, by keyboard', function () {
  this.timeout(300_000);
  let host: GoalHost;
  let clones: Clones;
  let ana: Member;
  let workbench: Workbench;
  let bo: Member;

  before(async () => {
    host = await startGoalHost();
    clones = await clonesFor([ANA, BO]);
    [ana, bo] = clones.members as readonly [Member, Member];
    await bo.clone.write('readme.md', '# Builds\n');
    await bo.share('Begin');
    await ana.share('');
    workbench = await host.open(ana.clone.path);
    // High enough for every row of the quarter: what a tree does not show is not there for a reader of the page.
    await workbench.page.setViewportSize({ width: 1280, height: 1400 });
    await shownAtStart(workbench.page.getByRole('tab', { name: 'Micro Goals' }));
  });

  after(async () => {
    await workbench.close();
    await host.stop();
    await clones.remove();
  });

  const file = (): string => path.join(ana.clone.path, SHARED_FILE);
  const { all: records, only, goal } = sharedRecords(file);
  /** In a clone of his own: what Ana has comes first, and what he did comes to her. */
  const byBo = async (...commands: readonly (readonly string[])[]): Promise<void> => {
    await ana.share('Goals of Ana');
    await bo.share('');
    for (const args of commands) {
      const { code, stderr } = await bo.run(...args);
      assert.equal(code, 0, stderr);
    }
    await bo.share('Goals of Bo');
    await ana.share('');
  };
  /** The row of a goal of the team as a screen reader says it. */
  const teamRow = async (page: Page, title: string, says: string): Promise<void> => {
    await goalRow(page, 'Team Goals', title).and(page.getByLabel(says)).waitFor();
  };
  const row = (page: Page, label: string): Locator => page.getByRole('treeitem', { name: label });
  /** From the palette, which asks for the row: a row of the view is not known to the extension in the moment in which it is chosen. */
  const settle = async (page: Page, label: string): Promise<void> => {
    await runCommand(page, 'Micro Goals: Settle What Waits on Me');
    await choose(page, 'Waiting on you', label);
  };

  it('sets an objective with a key result in a cycle', () =>
    workbench.watched(async (page) => {
      await runCommand(page, 'Micro Goals: Focus on Team Goals View');
      await addRecord(
        page,
        'Cycle',
        [
          ['Title', 'This quarter'],
          ['From', day(-60)],
          ['To', day(30)],
        ],
        [],
      );
      await page.getByText('Added: Cycle').waitFor();
      await addRecord(
        page,
        'Objective',
        [['Title', OBJECTIVE]],
        [
          ['Cycle', 'This quarter', 'row'],
          ['Owner', 'Ana', 'row'],
        ],
      );
      await goalRow(page, 'Team Goals', OBJECTIVE).waitFor();
      const measure = [
        ['Unit', 'min', 'text'],
        ['Start', '12', 'text'],
        ['Target', '5', 'text'],
      ] as const;
      const result = [...measure, ['Parent', OBJECTIVE, 'row'], ['Owner', 'Ana', 'row']] as const;
      await addRecord(page, 'Key result', [['Title', RESULT]], result);
      // What was put below a row is in sight at once.
      await teamRow(page, RESULT, '12 → 5 min, not measured yet');
      const [cycle] = await records('q');
      const { id, cycle: of, owner } = await goal(OBJECTIVE);
      assert.deepEqual([of, owner], [cycle?.id, ANA.email]);
      const { parent, unit, start, target } = await goal(RESULT);
      assert.deepEqual({ parent, unit, start, target }, { parent: id, unit: 'min', start: 12, target: 5 });
    }));

  it('proposes a pact and signs what was shown with one key', () =>
    workbench.watched(async (page) => {
      const terms = [
        ['Why', 'Waiting breaks concentration', 'text'],
        ['Measure', 'Median of main', 'text'],
      ] as const;
      const rest = [
        ['Target', '5', 'text'],
        ['Due', day(25), 'text'],
        ['Parent', OBJECTIVE, 'row'],
        ['Owner', 'Ana', 'row'],
      ] as const;
      await addRecord(page, 'Pact', [['Title', PACT]], [...terms, ...rest]);
      await goalRow(page, 'Team Goals', PACT).waitFor();
      await runCommand(page, 'Micro Goals: Add to a Goal or the Team');
      await choose(page, 'What do you add?', 'Commitment');
      // Only one pact can be meant.
      await say(page, 'Title', PROMISE);
      await choose(page, 'Member', 'Bo');
      await accept(page, 'Commitment', 'Add');
      await goalRow(page, 'Team Goals', PROMISE).waitFor();
      await runCommand(page, 'Micro Goals: Propose Pact');
      await row(page, `Sign: ${PACT}`).waitFor();
      await settle(page, `Sign: ${PACT}`);
      await dialog(page, PACT);
      await page.getByText('Why: Waiting breaks concentration').waitFor();
      await pressEnter(page);
      await teamRow(page, PACT, 'signed 1 of 2');
      const { id } = await goal(PACT);
      const { by, goal: of, confidence, terms: hash } = await only('s');
      assert.deepEqual([by, of, confidence], [ANA.email, id, 4]);
      assert.ok(typeof hash === 'string' && hash.startsWith('1:sha256-'));
      await byBo(['accept', (await goal(PROMISE)).id], ['pact', 'sign', id, '--confidence', '5']);
      await teamRow(page, PACT, 'in force');
    }));

  it('posts a check-in with two keys, a week later', () =>
    workbench.watched(async (page) => {
      const { id } = await goal(PACT);
      await ana.clone.write(SHARED_FILE, daysEarlier(await readFile(file(), 'utf8'), 8));
      await ana.clone.commit(`Run the tests in four parts\n\nGoal: ${id}`);
      await row(page, `Check in: ${PACT}`).waitFor();
      await teamRow(page, PACT, 'in force');
      await row(page, 'Run the tests in four parts').first().waitFor();
      // The key result of the running cycle is as old a week, and asks for its number first.
      await page.keyboard.press('Control+Alt+h');
      await say(page, `Measure now: ${RESULT}`, '11');
      await dialog(page, `Check in: ${RESULT}`);
      assert.equal(await quickInput(page).inputValue(), '12 → 11 min');
      await pressEnter(page);
      await row(page, `Check in: ${RESULT}`).waitFor({ state: 'detached' });
      await page.keyboard.press('Control+Alt+h');
      await dialog(page, `Check in: ${PACT}`);
      assert.equal(await quickInput(page).inputValue(), 'Done: Run the tests in four parts');
      await pressEnter(page);
      await row(page, `Check in: ${PACT}`).waitFor({ state: 'detached' });
      const said = (await records('c')).map(({ goal: of, by, note }) => [of, by, note].map(String).join(' '));
      const result = await goal(RESULT);
      assert.deepEqual(
        said.sort(),
        [`${id} ${ANA.email} Done: Run the tests in four parts`, `${result.id} ${ANA.email} 12 → 11 min`].sort(),
      );
      await quickInput(page).waitFor({ state: 'hidden' });
    }));

  it('reports a blocker and clears it', () =>
    workbench.watched(async (page) => {
      await runCommand(page, 'Micro Goals: Report Blocker');
      await choose(page, 'Choose a goal', RESULT);
      await say(page, `What is in the way of ${RESULT}?`, 'No machine with Windows');
      await choose(page, 'Waits for', 'Ana');
      await teamRow(page, RESULT, 'blocked since today');
      await row(page, `Unblock: ${RESULT}`).waitFor();
      await settle(page, `Unblock: ${RESULT}`);
      await say(page, 'Cleared: No machine with Windows', 'Rented one');
      await row(page, `Unblock: ${RESULT}`).waitFor({ state: 'detached' });
      const { note, needs, resolution } = await only('b');
      assert.deepEqual([note, needs, resolution], ['No machine with Windows', ANA.email, 'Rented one']);
    }));

  it('answers feedback one after the other, and gives some', () =>
    workbench.watched(async (page) => {
      const { id } = await goal(OBJECTIVE);
      const edit = ['--type', 'suggestion', '--field', 'title', '--value', `${OBJECTIVE} everywhere`];
      await byBo(['feedback', 'add', id, 'Say where', ...edit], ['feedback', 'add', id, 'Do flaky runs count?']);
      await row(page, `Answer: ${OBJECTIVE}`).nth(1).waitFor();
      await settle(page, `Answer: ${OBJECTIVE}`);
      await accept(page, 'What do you answer?', 'Accept');
      await goalRow(page, 'Team Goals', `${OBJECTIVE} everywhere`).waitFor();
      await settle(page, `Answer: ${OBJECTIVE} everywhere`);
      await say(page, 'Reply', 'Yes, all of them');
      await row(page, `Answer: ${OBJECTIVE}`).first().waitFor({ state: 'detached' });
      await runCommand(page, 'Micro Goals: Give Feedback…');
      await choose(page, 'Choose a goal', RESULT);
      await choose(page, `What kind of feedback on ${RESULT}?`, 'concern');
      await say(page, `Feedback on ${RESULT}`, 'One machine is slow');
      await row(page, 'Feedback, One machine is slow, concern').first().waitFor();
      const states = (await records('f')).map(({ note, state, by }) => [note, state, by]);
      assert.deepEqual(
        new Set(states.map(String)),
        new Set(
          [
            ['Say where', 'accepted', BO.email],
            ['Do flaky runs count?', undefined, BO.email],
            ['Yes, all of them', undefined, ANA.email],
            ['One machine is slow', undefined, ANA.email],
          ].map(String),
        ),
      );
    }));

  it('gives kudos, which stand among the wins', () =>
    workbench.watched(async (page) => {
      await runCommand(page, 'Micro Goals: Give Kudos…');
      await choose(page, 'Choose a goal', PACT);
      await choose(page, 'Kudos to whom?', 'Bo');
      await say(page, 'Give kudos', 'You halved my waiting');
      await row(page, 'Kudos, You halved my waiting, to Bo').first().waitFor();
      await runCommand(page, 'Micro Goals: Show Wins This Week');
      await page.getByText('Kudos to Bo: You halved my waiting').waitFor();
      const { by, to } = await only('k');
      assert.deepEqual([by, to], [ANA.email, { [BO.email]: true }]);
    }));

  it('looks back, keeps the pact and closes the cycle', () =>
    workbench.watched(async (page) => {
      const fields = [
        ['Goal', PACT, 'row'],
        ['Went well', 'Small steps', 'text'],
        ['To adjust', 'Ask earlier', 'text'],
      ] as const;
      await runCommand(page, 'Micro Goals: Add Review');
      await fillRecord(page, 'Review', fields);
      await page.getByText('Added: Review').waitFor();
      await runCommand(page, 'Micro Goals: Update Measure');
      await choose(page, 'Which measure?', RESULT);
      await say(page, `Measure now: ${RESULT}`, '4.8');
      await teamRow(page, RESULT, '12 → 4.8 of 5 min');
      await runCommand(page, 'Micro Goals: Close Pact…');
      await accept(page, `Close: ${PACT}`, 'Kept');
      await page.getByText('Say in one line why it counts as kept').waitFor();
      await say(page, `Close: ${PACT}`, 'Everybody saw it');
      await teamRow(page, PACT, `${PACT}, done`);
      await runCommand(page, 'Micro Goals: Close Cycle');
      await accept(page, 'Which cycle ends?', 'This quarter');
      for (const title of [`${RESULT} (1/2)`, `${OBJECTIVE} everywhere (2/2)`]) {
        await dialog(page, title);
        assert.equal(await quickInput(page).inputValue(), '1');
        await pressEnter(page);
        await accept(page, title, 'Keep: done');
      }
      await accept(page, 'This quarter', 'Close the cycle');
      await page.getByRole('tab', { name: 'This quarter.md' }).waitFor();
      await page.getByText('Measure: 12 → 4.8 of 5 min').waitFor();
      const { closed } = await only('q');
      const ends = await Promise.all([`${OBJECTIVE} everywhere`, RESULT, PACT].map(goal));
      assert.deepEqual([closed, ...ends.map(({ status }) => status)], [day(0), 'done', 'done', 'done']);
      await byBo(['check']);
    }));
});
