import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { applyChange } from '../../src/core/document/change';
import { formatDocument } from '../../src/core/document/formatDocument';
import { isObject } from '../../src/core/document/json';
import { BASE, diverge, FIRST, SIDES, sideStamper } from '../support/divergedRepository';
import { documentOf } from '../support/documents';
import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import {
  addByKeys,
  goalRow,
  goalView,
  pressEnter,
  showGoals,
  startGoalHost,
  typeQuickAdd,
  quickRow,
  type GoalHost,
} from '../support/host/goalWindow';
import type { Workbench } from '../support/host/openWorkbench';
import { killDuringSave } from '../support/host/killDuringSave';
import { runCommand } from '../support/host/runCommand';
import { SHARED_FILE } from '../support/team';
import { untilNames } from '../support/untilNames';

const GOALS =
  '{\n  "version": 1,\n  "records": {\n    "g-4kq7w2m9xd": {\n      "title": "Ship it"\n    },\n    "g-4kq7w2m9xe": {\n      "title": "Sleep well"\n    }\n  }\n}\n';

describe('two windows on one folder', function () {
  this.timeout(300_000);
  let host: GoalHost;
  let repository: TemporaryRepository;
  let first: Workbench;
  let second: Workbench;

  before(async () => {
    host = await startGoalHost();
    repository = await temporaryRepository();
    await repository.write('.microgoals/goals.json', GOALS);
    await repository.commit('Begin');
    first = await host.open(repository.path);
    second = await host.open(repository.path);
    await showGoals(first.page);
    await showGoals(second.page);
  });

  after(async () => {
    await first.close();
    await second.close();
    await host.stop();
    await repository.remove();
  });

  const inBoth = (action: () => Promise<void>): Promise<void> => first.watched(() => second.watched(action));

  it('a goal added in one appears in the other, personal or of the team', () =>
    inBoth(async () => {
      await addByKeys(first.page, 'Only mine', 'Add: Only mine');
      await goalRow(second.page, 'My Goals', 'Only mine').waitFor();
      await addTeamGoal(second.page, 'Fewer surprises');
      await goalRow(first.page, 'Team Goals', 'Fewer surprises').waitFor();
    }));

  it('an edit of the file in a text editor, saved, appears in both trees', () =>
    inBoth(async () => {
      const { page } = first;
      await runCommand(page, 'Micro Goals: Open Shared Goals File');
      await page.locator('.editor-instance .view-line').getByText('Ship it').waitFor();
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      await page.keyboard.press('Control+h');
      await page.getByRole('textbox', { name: /^Find/ }).fill('Ship it');
      const replace = page.getByRole('textbox', { name: /^Replace/ });
      await replace.fill('Ship it twice');
      await replace.press('Control+Alt+Enter');
      await page.locator('.editor-instance .view-line').getByText('Ship it twice').waitFor();
      await page.keyboard.press('Control+s');
      await goalRow(first.page, 'Team Goals', 'Ship it twice').waitFor();
      await goalRow(second.page, 'Team Goals', 'Ship it twice').waitFor();
    }));

  it('a goal that is started in one is the active one of the other', () =>
    inBoth(async () => {
      await goalRow(second.page, 'Team Goals', 'Sleep well').hover();
      await goalRow(second.page, 'Team Goals', 'Sleep well')
        .getByRole('button', { name: 'Start Working on Goal' })
        .click();
      await first.page.locator('.statusbar-item').getByText('· Sleep well').waitFor();
    }));

  it('a conflict that both heal at once has one result and one question, which one click settles for both', () =>
    inBoth(async () => {
      const named = (value: string, minute: number): string =>
        formatDocument(applyChange(BASE, { type: 'set', id: FIRST, path: 'title', value }, sideStamper(minute)));
      await diverge(repository, { ...SIDES, ours: named('Ship the sign-in', 10), theirs: named('Ship a login', 11) });
      for (const { page } of [first, second]) await goalRow(page, 'Team Goals', 'Ship the sign-in').waitFor();
      await assert.rejects(repository.git('merge', 'theirs'));
      const rowIn = (page: Page): Locator =>
        goalView(page, 'Team Goals').getByRole('treeitem', { name: /title: Ship a login, not Ship the sign-in/ });
      for (const { page } of [first, second]) await rowIn(page).waitFor();
      assert.equal(await readFile(shared(), 'utf8'), named('Ship a login', 11));
      for (const { page } of [first, second]) assert.equal(await rowIn(page).count(), 1);
      await rowIn(second.page).hover();
      await rowIn(second.page).getByRole('button', { name: 'Keep This Value' }).click();
      for (const { page } of [first, second]) await rowIn(page).waitFor({ state: 'detached' });
      await repository.commit('Merge');
      await nothingLeft();
    }));

  it('a window that is killed in the middle of a save loses nothing that was saved, and leaves no lock', () =>
    inBoth(async () => {
      await rm(shared());
      const saved: string[] = [];
      for (let isKilled = false; !isKilled;) {
        const title = `Goal ${saved.length + 1}`;
        const killing = killDuringSave(path.join(aside(), 'goals.json.lock'), shared());
        await addTeamGoal(first.page, title);
        isKilled = await killing;
        if (!isKilled) saved.push(title);
      }
      const there = titlesIn(await readFile(shared(), 'utf8').catch(() => ''));
      assert.deepEqual(
        saved.filter((title) => !there.includes(title)),
        [],
      );
      await addTeamGoal(second.page, 'Of the other window');
      for (const title of [...saved, 'Of the other window']) await goalRow(second.page, 'Team Goals', title).waitFor();
      await nothingLeft();
      await first.page.reload();
      await showGoals(first.page);
      await goalRow(first.page, 'Team Goals', 'Of the other window').waitFor();
      await addTeamGoal(first.page, 'After the death');
      await goalRow(second.page, 'Team Goals', 'After the death').waitFor();
    }));

  const shared = (): string => path.join(repository.path, SHARED_FILE);
  const aside = (): string => path.join(repository.path, '.git', 'microgoals');

  /** No lock, no claim on one, no temporary file; a window may still be writing down which commits it has seen. */
  async function nothingLeft(): Promise<void> {
    assert.deepEqual(await readdir(path.dirname(shared())), ['goals.json']);
    await untilNames(aside(), (names) => !names.some((name) => /lock|tmp/.test(name)));
  }
});

async function addTeamGoal(page: Page, title: string): Promise<void> {
  await runCommand(page, 'Micro Goals: Add Team Goal');
  await quickRow(page, 'Objective').click();
  await typeQuickAdd(page, title, `Add: ${title}`);
  await pressEnter(page);
}

function titlesIn(text: string): unknown[] {
  if (text === '') return [];
  return [...documentOf(text).records.values()].map((record) => isObject(record) && record['title']);
}
