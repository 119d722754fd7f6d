import assert from 'node:assert/strict';
import { access, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import {
  addByKeys,
  focusedRows,
  goalRow,
  goalView,
  pressEnter,
  quickRow,
  showGoals,
  startGoalHost,
  typeQuickAdd,
  type GoalHost,
  type ViewName,
} from '../support/host/goalWindow';
import { accept } from '../support/host/quickDialogs';
import { runCommand } from '../support/host/runCommand';
import { textsBelow } from '../support/textsBelow';
import { untilNames } from '../support/untilNames';
import type { Workbench } from '../support/host/openWorkbench';

describe('first steps of a new user', function () {
  // One story is a dozen steps of a person.
  this.timeout(300_000);
  let host: GoalHost;
  let repository: TemporaryRepository;
  let workbench: Workbench;

  before(async () => {
    host = await startGoalHost();
  });

  after(() => host.stop());

  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('readme.md', '# Sample\n');
    await repository.commit('Begin');
    workbench = await host.open(repository.path);
  });

  afterEach(async () => {
    await workbench.close();
    await repository.remove();
  });

  it('by mouse', () =>
    workbench.watched(async (page) => {
      await showGoals(page);
      const mine = goalView(page, 'My Goals');
      const team = goalView(page, 'Team Goals');

      // Three goals: from the welcome text, from the button of a view, and one for the team.
      await mine.getByRole('button', { name: 'Add a Goal' }).click();
      await (await typeQuickAdd(page, 'Write the changelog !today #docs !p1', 'Add: Write the changelog')).click();
      await goalRow(page, 'My Goals', 'Write the changelog').waitFor();
      await mine.hover();
      await mine.getByRole('button', { name: 'Add Goal' }).click();
      await (await typeQuickAdd(page, 'Answer the mail', 'Add: Answer the mail')).click();
      await goalRow(page, 'My Goals', 'Answer the mail').waitFor();
      await team.getByRole('button', { name: 'Add a Team Goal' }).click();
      await quickRow(page, 'Objective').waitFor();
      await quickRow(page, 'Goal').first().click();
      await (await typeQuickAdd(page, 'Ship the login page', 'Add: Ship the login page')).click();
      const login = goalRow(page, 'Team Goals', 'Ship the login page');
      await login.waitFor();
      await statusText(page, '0/3').waitFor();

      // A click on a row selects it and does nothing else.
      const before = await textsBelow(repository.path, host.data);
      await login.locator('.label-name').click();
      await login.and(page.locator('.selected')).waitFor();
      assert.deepEqual(await textsBelow(repository.path, host.data), before);

      await goalRow(page, 'My Goals', 'Answer the mail').getByRole('checkbox').click();
      await statusText(page, '1/3').waitFor();
      await goalRow(page, 'My Goals', 'Answer the mail').waitFor({ state: 'detached' });

      await login.hover();
      await login.getByRole('button', { name: 'Start Working on Goal' }).click();
      await statusText(page, '1/3 · Ship the login page').waitFor();

      await runCommand(page, 'Micro Goals: Install Commit Hook and Merge Driver');
      await quickRow(page, 'exactly what the document shows').waitFor();
      await page.locator('.editor-instance').getByText('New file').first().waitFor();
      await assert.rejects(access(hookFile(repository)));
      await quickRow(page, 'exactly what the document shows').click();
      await untilThere(hookFile(repository));

      await repository.commit('Draw the login form');
      await login.getByRole('checkbox').hover();
      await login.and(page.locator('[aria-expanded=false]')).locator('.monaco-tl-twistie').click();
      const commit = goalRow(page, 'Team Goals', 'Draw the login form');
      await commit.waitFor();
      assert.match(await repository.git('log', '-1', '--format=%(trailers:only)'), /^Goal: g-[0-9a-z]{10}\n?$/);
      await commit.click();
      await page.locator('.tab').filter({ hasText: 'Draw the login form' }).waitFor();

      await team.hover();
      await team.getByRole('button', { name: 'Show Team Progress' }).click();
      const panel = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await panel.getByText('Ship the login page').first().waitFor();
      const doneLately = panel.getByRole('region', { name: 'Done in 7 days' });
      assert.equal(await doneLately.getByText('Ship the login page').count(), 0);
      await login.getByRole('checkbox').click();
      await doneLately.getByText('Ship the login page').waitFor();

      const file = path.join(repository.path, '.microgoals/goals.json');
      await writeFile(file, (await readFile(file, 'utf8')).replace('Ship the login page', 'Ship the first page'));
      await doneLately.getByText('Ship the first page').waitFor();
    }));

  it('by keyboard', () =>
    workbench.watched(async (page) => {
      await showGoals(page);
      await addByKeys(page, 'Write the changelog !today #docs !p1', 'Add: Write the changelog');
      await goalRow(page, 'My Goals', 'Write the changelog').waitFor();
      await addByKeys(page, 'Answer the mail', 'Add: Answer the mail');
      await goalRow(page, 'My Goals', 'Answer the mail').waitFor();
      await runCommand(page, 'Micro Goals: Add Team Goal');
      await quickRow(page, 'Objective').waitFor();
      await accept(page, 'What kind of goal does the team add?', 'Goal');
      await typeQuickAdd(page, 'Ship the login page', 'Add: Ship the login page');
      await pressEnter(page);
      await statusText(page, '0/3').waitFor();

      await runCommand(page, 'Micro Goals: Focus on My Goals View');
      await moveTo(page, 'My Goals', 'Answer the mail');
      await page.keyboard.press('Space');
      await statusText(page, '1/3').waitFor();
      await goalRow(page, 'My Goals', 'Ship the login page').and(page.locator('.focused')).waitFor();
      await page.keyboard.press('Control+z');
      await statusText(page, '0/3').waitFor();
      await goalRow(page, 'My Goals', 'Answer the mail').getByRole('checkbox', { checked: false }).waitFor();
      await page.keyboard.press('Control+Shift+z');
      await statusText(page, '1/3').waitFor();

      await runCommand(page, 'Micro Goals: Focus on Team Goals View');
      await moveTo(page, 'Team Goals', 'Ship the login page');
      await page.keyboard.press('Control+Enter');
      await statusText(page, '1/3 · Ship the login page').waitFor();

      await runCommand(page, 'Micro Goals: Install Commit Hook and Merge Driver');
      await quickRow(page, 'exactly what the document shows').and(page.locator('.focused')).waitFor();
      await pressEnter(page);
      await untilThere(hookFile(repository));
      await repository.commit('Draw the login form');
      await runCommand(page, 'Micro Goals: Focus on Team Goals View');
      await moveTo(page, 'Team Goals', 'Ship the login page');
      await goalRow(page, 'Team Goals', 'Ship the login page').and(page.locator('[aria-expanded]')).waitFor();
      await page.keyboard.press('ArrowRight');
      await goalRow(page, 'Team Goals', 'Draw the login form').waitFor();

      await runCommand(page, 'Micro Goals: Show Team Progress');
      const panel = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await panel.getByText('Ship the login page').first().waitFor();
      await runCommand(page, 'Micro Goals: Focus on Team Goals View');
      await moveTo(page, 'Team Goals', 'Ship the login page');
      await page.keyboard.press('Space');
      await panel.getByRole('region', { name: 'Done in 7 days' }).getByText('Ship the login page').waitFor();
    }));
});

/** Walks with the arrow keys to the row of that title in the view that gets the focus. */
async function moveTo(page: Page, view: ViewName, title: string): Promise<void> {
  const tree = await focusedRows(page, view);
  await goalRow(page, view, title).first().waitFor();
  await page.keyboard.press('Home');
  for (let step = 0; step < (await tree.getByRole('treeitem').count()); step++) {
    if (await tree.locator('.focused').getByText(title, { exact: true }).isVisible()) return;
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`No row "${title}" was reached.`);
}

function hookFile(repository: TemporaryRepository): string {
  return path.join(repository.path, '.git/hooks/commit-msg');
}

/** Resolves when the file is there; the folder it is in must be. */
function untilThere(file: string): Promise<void> {
  return untilNames(path.dirname(file), (names) => names.includes(path.basename(file)));
}

function statusText(page: Page, text: string): Locator {
  return page.locator('#micro-goals\\.micro-goals\\.microGoals\\.status').getByText(text, { exact: true });
}
