import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { Json } from '../../src/core/document/json';
import { documentWith } from '../support/documents';
import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import { addByKeys, goalRow, goalView, showGoals, startGoalHost, type GoalHost } from '../support/host/goalWindow';
import type { Workbench } from '../support/host/openWorkbench';
import { SHARED_FILE } from '../support/team';

describe('the keyboard', function () {
  this.timeout(300_000);
  let host: GoalHost;
  let repository: TemporaryRepository;
  let workbench: Workbench;

  before(async () => {
    host = await startGoalHost();
    repository = await temporaryRepository();
    await repository.commit('Begin');
    workbench = await host.open(repository.path);
    await showGoals(workbench.page);
  });

  after(async () => {
    await workbench.close();
    await host.stop();
    await repository.remove();
  });

  it('goes on from the row that took the place of the one that was ticked', () =>
    workbench.watched(async (page) => {
      for (const title of ['First', 'Second', 'Third']) {
        await addByKeys(page, title, `Add: ${title}`);
        await goalRow(page, 'My Goals', title).waitFor();
      }
      await goalRow(page, 'My Goals', 'First').click();
      await page.keyboard.press('Space');
      await goalRow(page, 'My Goals', 'First').waitFor({ state: 'detached' });
      await goalRow(page, 'My Goals', 'Second').and(page.locator('.focused')).waitFor();
      await page.keyboard.press('Space');
      await goalRow(page, 'My Goals', 'Second').waitFor({ state: 'detached' });
      await goalRow(page, 'My Goals', 'Third').and(page.locator('.focused')).waitFor();
    }));

  it('follows a goal that starting it moves to another group', () =>
    workbench.watched(async (page) => {
      await page.keyboard.press('Control+Enter');
      await page.getByRole('treeitem', { name: 'Working on' }).waitFor();
      await goalRow(page, 'My Goals', 'Third').and(page.locator('.focused')).waitFor();
    }));

  it('answers Still true? row by row, with one key each, and a word why one is dropped', () =>
    workbench.watched(async (page) => {
      const created = '20260101T090000000Z-0000-demo';
      const old = ['Old 1', 'Old 2', 'Old 3'].map((title, index): [string, Json] => [
        `g-4kq7w2m9x${index}`,
        { title, kind: 'micro', status: 'open', owner: 'ana@example.com', order: `a${index}`, created },
      ]);
      await mkdir(path.join(repository.path, '.microgoals'));
      await writeFile(path.join(repository.path, SHARED_FILE), formatDocument(documentWith(Object.fromEntries(old))));
      const group = goalView(page, 'My Goals').getByRole('treeitem', { name: 'Still true?' });
      await group.click();
      await goalRow(page, 'My Goals', 'Old 1').click();
      await page.keyboard.press('Alt+p');
      await goalRow(page, 'My Goals', 'Old 2').and(page.locator('.focused')).waitFor();
      await page.keyboard.press('Alt+d');
      await page.locator('.quick-input-widget input[type="text"]:visible').waitFor();
      await page.keyboard.type('Nobody needs it');
      await page.keyboard.press('Enter');
      await goalRow(page, 'My Goals', 'Old 3').and(page.locator('.focused')).waitFor();
      await page.keyboard.press('Alt+k');
      await group.waitFor({ state: 'detached' });
      await goalRow(page, 'My Goals', 'Old 2').waitFor({ state: 'detached' });
      for (const title of ['Old 1', 'Old 3']) await goalRow(page, 'My Goals', title).waitFor();
    }));
});
