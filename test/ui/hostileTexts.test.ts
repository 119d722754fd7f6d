import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import {
  focusedRows,
  goalRow,
  goalView,
  pressEnter,
  showGoals,
  startGoalHost,
  type GoalHost,
} from '../support/host/goalWindow';
import type { Workbench } from '../support/host/openWorkbench';
import { runCommand } from '../support/host/runCommand';

const ID = 'g-4kq7w2m9xd';
/** Everything that has ever run, drawn or hidden something in an editor, in one text. */
const HOSTILE =
  '[x](command:workbench.action.closeWindow) <command:workbench.action.quit> $(trash) <img src=x onerror="window.ran=1"> https://evil.test \u202egpj \u001b[31mred **b** `c`';
const SHOWN = HOSTILE.replace('\u202e', '\\u202e').replace('\u001b', '\\u001b');

function goals(): string {
  const goal = { title: HOSTILE, notes: HOSTILE, owner: 'ana@example.com', pinned: true, tags: { [HOSTILE]: true } };
  const person = { title: 'Of somebody', owner: HOSTILE };
  return JSON.stringify({ version: 1, records: { [ID]: goal, 'g-4kq7w2m9xe': person } }, null, 2);
}

describe('hostile texts in the workbench', function () {
  this.timeout(300_000);
  let host: GoalHost;
  let repository: TemporaryRepository;
  let workbench: Workbench;

  before(async () => {
    host = await startGoalHost();
    repository = await temporaryRepository();
    await repository.write('.microgoals/goals.json', goals());
    await repository.git('switch', '--quiet', '--create', '$(touch${IFS}canary)<img>');
    await repository.commit(`${HOSTILE}\n\nGoal: ${ID}`, { name: HOSTILE, email: 'eve@example.com' });
    workbench = await host.open(repository.path);
    await workbench.watched(async (page) => {
      await showGoals(page);
      await goalView(page, 'Team Goals').getByRole('treeitem').first().waitFor();
    });
  });

  after(async () => {
    await workbench.close();
    await host.stop();
    await repository.remove();
  });

  afterEach(() =>
    workbench.watched(async (page) => {
      assert.equal(await page.evaluate('window.ran'), undefined);
      assert.equal(await page.locator('img[src="x"]').count(), 0);
    }),
  );

  it('are rows as they are, with what hides or reorders written out', () =>
    workbench.watched(async (page) => {
      const row = goalRow(page, 'Team Goals', SHOWN);
      await row.waitFor();
      assert.equal(await row.locator('a[href], .codicon-trash').count(), 0);
      // The commit below is known when history is read.
      await row.and(page.locator('[aria-expanded=false]')).locator('.monaco-tl-twistie').click();
      await goalRow(page, 'Team Goals', SHOWN).nth(1).waitFor();
    }));

  it('are text in the tooltip of a row', () =>
    workbench.watched(async (page) => {
      await goalRow(page, 'Team Goals', SHOWN).first().locator('.label-name').hover();
      const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'closeWindow' });
      await hover.waitFor();
      // An address in the text may be followed: the editor asks before it opens one. A command may not.
      for (const target of await links(hover)) assert.match(target, /^https:/);
      assert.equal(await hover.locator('.codicon-trash, img, strong code').count(), 0);
    }));

  it('are text in the status bar; its tooltip links to nothing but our own command', () =>
    workbench.watched(async (page) => {
      const item = page.locator('.statusbar-item[id*="microGoals.status"]');
      await runCommand(page, 'Micro Goals: Focus on Team Goals View');
      await focusedRows(page, 'Team Goals');
      await page.keyboard.press('Home');
      await goalRow(page, 'Team Goals', SHOWN).first().and(page.locator('.focused')).waitFor();
      await page.keyboard.press('Control+Enter');
      await item.getByText('[x](command').waitFor();
      assert.equal(await item.locator('.codicon-trash').count(), 0);
      await item.hover();
      const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'closeWindow' });
      await hover.waitFor();
      const targets = await links(hover);
      assert.ok(targets.length > 0);
      for (const target of targets) assert.match(target, /^command:microGoals\.toggleDone\?/);
      assert.equal(await hover.locator('.codicon-trash, img').count(), 0);
    }));

  it('are text in the quick pick and in its placeholder', () =>
    workbench.watched(async (page) => {
      await page.keyboard.press('Control+Alt+Shift+g');
      const list = page.locator('.quick-input-widget:visible');
      await list.getByText('[x](command').first().waitFor();
      assert.equal(await list.locator('.codicon-trash').count(), 0);
      await pressEnter(page);
      await list.locator('.codicon-trash').waitFor();
      await list.getByText('Delete').waitFor();
      assert.deepEqual(await links(list), []);
      await page.keyboard.press('Escape');
    }));

  it('run nothing in the shell', async () => {
    await assert.rejects(repository.git('cat-file', '-e', 'HEAD:canary'));
    assert.doesNotMatch(await repository.git('status', '--short'), /canary/);
  });
});

/** Where the live links lead. */
async function links(area: Locator): Promise<readonly string[]> {
  return area
    .locator('a')
    .evaluateAll((anchors) =>
      anchors
        .map((anchor) => (anchor as { dataset: Record<string, string | undefined> }).dataset['href'] ?? '')
        .filter((target) => target !== ''),
    );
}
