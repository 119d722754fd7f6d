import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { formatDocument } from '../../src/core/document/formatDocument';
import { documentWith } from '../support/documents';
import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import { goalRow, quickRow, showGoals, startGoalHost, type GoalHost } from '../support/host/goalWindow';
import type { Workbench } from '../support/host/openWorkbench';

const FIRST = 'g-4kq7w2m9xd';
const SECOND = 'g-4kq7w2m9xe';

function goal(title: string): Record<string, string> {
  return { title, kind: 'micro', status: 'open', owner: 'ana@example.com', created: '20260101T090000000Z-0000-demo' };
}

describe('a commit from source control, without the hook', function () {
  this.timeout(300_000);
  let host: GoalHost;
  let repository: TemporaryRepository;
  let workbench: Workbench;

  before(async () => {
    host = await startGoalHost();
    repository = await temporaryRepository();
    const goals = documentWith({ [FIRST]: goal('Ship it'), [SECOND]: goal('Sleep well') });
    await repository.write('.microgoals/goals.json', formatDocument(goals));
    await repository.commit('Begin');
    await repository.write('readme.md', '# Sample\n');
    await repository.git('add', '--all');
    workbench = await host.open(repository.path);
  });

  after(async () => {
    await workbench.close();
    await host.stop();
    await repository.remove();
  });

  it('names a goal by a button and completes it by a trailer that is typed', () =>
    workbench.watched(async (page) => {
      await showGoals(page);
      await goalRow(page, 'Team Goals', 'Ship it').waitFor();
      await page.keyboard.press('Control+Shift+g');
      // What is drawn when git has answered first would take the keyboard from the box.
      await page.locator('.scm-view').getByText('readme.md').first().waitFor();
      const box = page.locator('.scm-editor');
      await box.click();
      await page.keyboard.type('Write the readme');
      await box.getByText('Write the readme').waitFor();
      await page.locator('.scm-view').first().hover();
      await page.getByRole('button', { name: 'Add Goal to Commit Message' }).first().click();
      await quickRow(page, 'Ship it').click();
      await box.getByText(`Goal: ${FIRST}`).waitFor();

      await box.click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('\nCloses-Goal: Sleep');
      const suggestion = page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: SECOND });
      await suggestion.waitFor();
      await page.keyboard.press('Enter');
      await box.getByText(`Closes-Goal: ${SECOND}`).waitFor();
      await page.keyboard.press('Control+Enter');
      await emptied(page);
      assert.equal(
        await repository.git('log', '-1', '--format=%B'),
        `Write the readme\n\nGoal: ${FIRST}\nCloses-Goal: ${SECOND}\n`,
      );
      await showGoals(page);
      await goalRow(page, 'Team Goals', 'Sleep well').getByRole('checkbox', { checked: true }).waitFor();
    }));
});

/** The box is emptied when the commit is made. */
async function emptied(page: Page): Promise<void> {
  await page.locator('.scm-editor').getByText('Write the readme').waitFor({ state: 'detached' });
}
