import assert from 'node:assert/strict';
import { startHost, type RunningHost } from '../support/host/startHost';
import { openWorkbench, type Workbench } from '../support/host/openWorkbench';
import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import { projectFolder } from '../support/run/projectFolder';

describe('the workbench with the extension', () => {
  let repository: TemporaryRepository;
  let host: RunningHost;
  let workbench: Workbench;

  before(async function () {
    this.timeout(300_000);
    repository = await temporaryRepository();
    await repository.write('readme.md', '# Sample\n');
    await repository.commit('Begin');
    host = await startHost();
    workbench = await openWorkbench(host, { workspace: repository.path, extension: projectFolder() });
  });

  after(async () => {
    await workbench.close();
    await host.stop();
    await repository.remove();
  });

  it('shows the folder and no error', async () => {
    await workbench.watched(async (page) => {
      await page.getByRole('treeitem', { name: 'readme.md' }).waitFor();
      assert.equal(await page.locator('.notifications-toasts .codicon-error').count(), 0);
    });
  });

  it('has loaded the extension from its folder', async () => {
    await workbench.watched((page) => page.waitForFunction("document.title.includes('Extension Development Host')"));
  });
});
