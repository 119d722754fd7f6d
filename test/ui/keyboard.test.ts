import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import { addByKeys, goalRow, showGoals, startGoalHost, type GoalHost } from '../support/host/goalWindow';
import type { Workbench } from '../support/host/openWorkbench';

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
});
