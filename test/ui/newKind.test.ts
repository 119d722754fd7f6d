import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { documentOf } from '../support/documents';
import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import { goalView, quickRow, showGoals } from '../support/host/goalWindow';
import { DRIVEN_SETTINGS } from '../support/host/hostSettings';
import { openWorkbench, type Workbench } from '../support/host/openWorkbench';
import { choose, fillRecord, say } from '../support/host/quickDialogs';
import { runCommand } from '../support/host/runCommand';
import { startHost, type RunningHost } from '../support/host/startHost';
import { productWithKind, type ProductWithKind } from '../support/run/productWithKind';
import { goalsFile } from '../support/teamSnapshot';

const FILE = '.microgoals/goals.json';

describe('a kind added by one file and one line, in the window', () => {
  let product: ProductWithKind;
  let repository: TemporaryRepository;
  let host: RunningHost;
  let workbench: Workbench;

  before(async function () {
    this.timeout(300_000);
    product = await productWithKind();
    repository = await temporaryRepository();
    const goals = goalsFile([{ title: 'Ship it', kind: 'objective' }]);
    assert.ok(goals.state === 'ok');
    await repository.write(FILE, goals.text);
    await repository.commit('Begin');
    host = await startHost({ settings: DRIVEN_SETTINGS });
    workbench = await openWorkbench(host, { workspace: repository.path, extension: product.path });
  });

  after(async () => {
    await workbench.close();
    await host.stop();
    await repository.remove();
    await product.remove();
  });

  it('is added by keyboard, has rows in the tree and a form in the team panel', async () => {
    await workbench.watched(async (page) => {
      await showGoals(page);
      await addByKeyboard(page);
      const team = goalView(page, 'Team Goals');
      const group = team.getByRole('treeitem').filter({ hasText: 'Experiments' });
      await group.click();
      await team.getByRole('treeitem', { name: /^Experiment, we paired, / }).waitFor();
      await runCommand(page, 'Micro Goals: Show Team Progress');
      const panel = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await panel.getByRole('tab', { name: 'Entries' }).click();
      await panel.getByRole('button', { name: 'Add: Experiment' }).click();
      await panel.getByLabel('Tried').fill('small steps');
      await panel.getByRole('button', { name: 'Add', exact: true }).last().click();
      await team.getByRole('treeitem', { name: /^Experiment, small steps, / }).waitFor();
      await panel.getByRole('form').waitFor({ state: 'detached' });
      const picture = process.env['MICROGOALS_PICTURES'];
      if (picture !== undefined) await workbench.screenshot(path.join(picture, 'experiment.png'));
    });
    const { records } = documentOf(await readFile(path.join(repository.path, FILE), 'utf8'));
    const experiments = [...records].filter(([id]) => id.startsWith('i-')).map(([, record]) => record);
    assert.equal(experiments.length, 2);
    for (const experiment of experiments) assert.match(JSON.stringify(experiment), /"owner":"ana@example\.com"/);
  });

  async function addByKeyboard(page: Page): Promise<void> {
    await runCommand(page, 'Micro Goals: Add to a Goal or the Team');
    await quickRow(page, 'What was tried, and what it taught.').waitFor();
    await choose(page, 'What do you add?', 'Experiment');
    await say(page, 'Tried', 'we paired');
    await quickRow(page, 'we paired').waitFor();
    await fillRecord(page, 'Experiment', []);
  }
});
