import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import {
  addByKeys,
  goalRow,
  showGoals,
  startGoalHost,
  typeQuickAdd,
  quickRow,
  type GoalHost,
} from '../support/host/goalWindow';
import type { Workbench } from '../support/host/openWorkbench';
import { runCommand } from '../support/host/runCommand';

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
      await runCommand(second.page, 'Micro Goals: Add Team Goal');
      await quickRow(second.page, 'Objective').click();
      await typeQuickAdd(second.page, 'Fewer surprises', 'Add: Fewer surprises');
      await second.page.keyboard.press('Enter');
      await goalRow(first.page, 'Team Goals', 'Fewer surprises').waitFor();
    }));

  it('an edit of the file in a text editor, saved, appears in both trees', () =>
    inBoth(async () => {
      const { page } = first;
      await runCommand(page, 'Micro Goals: Open Shared Goals File');
      await page.locator('.editor-instance .view-line').getByText('Ship it').waitFor();
      await page.keyboard.press('Control+h');
      await page.getByRole('textbox', { name: /^Find/ }).fill('Ship it');
      await page.getByRole('textbox', { name: /^Replace/ }).fill('Ship it twice');
      await page.keyboard.press('Control+Alt+Enter');
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
});
