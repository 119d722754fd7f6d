import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { axeFindings } from '../support/axe';
import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import { DRIVEN_SETTINGS } from '../support/host/hostSettings';
import { openWorkbench, restored, shownAtStart, type Workbench } from '../support/host/openWorkbench';
import { runCommand } from '../support/host/runCommand';
import { startHost, type RunningHost } from '../support/host/startHost';
import { projectFolder } from '../support/run/projectFolder';
import { goalId, goalsFile, type GoalSketch } from '../support/teamSnapshot';

const FILE = '.microgoals/goals.json';
const OBJECTIVE: GoalSketch = { title: 'Ship it', kind: 'objective' };
const TASK: GoalSketch = { title: 'Write the release notes', parent: goalId(1) };

function textOf(...goals: readonly GoalSketch[]): string {
  const file = goalsFile(goals);
  assert.ok(file.state === 'ok');
  return file.text;
}

describe('the team panel in the workbench', () => {
  let repository: TemporaryRepository;
  let host: RunningHost;
  let workbench: Workbench;

  before(async function () {
    this.timeout(300_000);
    repository = await temporaryRepository();
    await repository.write(FILE, textOf(OBJECTIVE, TASK));
    await repository.commit('Begin');
    host = await startHost({ settings: DRIVEN_SETTINGS });
    workbench = await openWorkbench(host, { workspace: repository.path, extension: projectFolder() });
  });

  after(async () => {
    await workbench.close();
    await host.stop();
    await repository.remove();
  });

  function panelOf(page: Page): FrameLocator {
    return page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }

  async function frameOf(page: Page): Promise<Frame> {
    const frame = await (await panelOf(page).locator('body').elementHandle()).ownerFrame();
    assert.ok(frame);
    return frame;
  }

  it('opens by its command, in the colours of the editor, and axe finds nothing', async () => {
    await workbench.watched(async (page) => {
      // The palette lists the commands that are known when it opens.
      await shownAtStart(page.getByRole('tab', { name: 'Micro Goals' }));
      await runCommand(page, 'Micro Goals: Show Team Progress');
      await panelOf(page).getByRole('row', { name: 'Ship it' }).waitFor();
      const frame = await frameOf(page);
      assert.equal(await frame.evaluate('getComputedStyle(document.querySelector("main")).maxWidth'), '1080px');
      assert.deepEqual(await axeFindings(frame), []);
    });
  });

  it('ticks a goal in the shared file', async () => {
    await workbench.watched(async (page) => {
      const panel = panelOf(page);
      await panel.getByRole('checkbox', { name: 'Done: Write the release notes' }).click();
      const done = panel.getByRole('region', { name: 'Done in 7 days' });
      await done.getByRole('button', { name: 'Write the release notes' }).waitFor();
      assert.match(await readFile(path.join(repository.path, FILE), 'utf8'), /"status": "done"/);
      assert.equal(
        await panel.getByRole('row', { name: 'Ship it' }).getByRole('progressbar').getAttribute('aria-valuenow'),
        '100',
      );
    });
  });

  it('follows the file, also into a broken state and out of it', async () => {
    await workbench.watched(async (page) => {
      const panel = panelOf(page);
      await repository.write(FILE, '{\n  "version": 1,\n  "records": {,}\n}\n');
      await panel.getByText('Line 3, column 15').waitFor();
      await repository.write(FILE, textOf(OBJECTIVE, { title: 'From another window', parent: goalId(1) }));
      await panel.getByRole('button', { name: 'From another window' }).first().waitFor();
    });
  });

  it('comes back with the window', async () => {
    await workbench.watched(async (page) => {
      // The editor's own reload saves what is open; a browser's may come before the editor has.
      const loaded = page.waitForEvent('load');
      await runCommand(page, 'Developer: Reload Window');
      await loaded;
      await restored(page);
      await shownAtStart(panelOf(page).getByRole('row', { name: 'Ship it' }));
    });
  });
});
