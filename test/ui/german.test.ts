import assert from 'node:assert/strict';
import { startGoalHost, type GoalHost } from '../support/host/goalWindow';
import { shownAtStart, type Workbench } from '../support/host/openWorkbench';
import { temporaryFolder, type TemporaryFolder } from '../support/temporaryFolder';

describe('the extension in German', () => {
  let folder: TemporaryFolder;
  let host: GoalHost;
  let workbench: Workbench;

  before(async function () {
    this.timeout(300_000);
    folder = await temporaryFolder('german');
    host = await startGoalHost();
    workbench = await host.open(folder.path);
  });

  after(async () => {
    await workbench.close();
    await host.stop();
    await folder.remove();
  });

  it('shows texts of package.json and of the code', async () => {
    await workbench.watched(async (page) => {
      // The editor itself stays English without a language pack; extensions follow its display language.
      await page.addInitScript(
        "Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => 'de', set: () => undefined });",
      );
      await page.reload();
      await shownAtStart(page.getByRole('tab', { name: 'Micro Goals' }));
      await page.getByRole('tab', { name: 'Micro Goals' }).locator('a').click();
      await page.getByText('Was ist der nächste kleine Schritt?').waitFor();
      await page.getByRole('button', { name: 'Ziel hinzufügen' }).first().click();
      await page.locator('.quick-input-widget').getByText('Persönliches Ziel hinzufügen').waitFor();
      assert.equal(await page.locator('.notifications-toasts .codicon-error').count(), 0);
    });
  });
});
