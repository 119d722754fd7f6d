import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { cleanGitEnvironment, gitRepository } from '../support/gitRepository';
import {
  addByKeys,
  goalRow,
  goalView,
  pressEnter,
  quickRow,
  showGoals,
  startGoalHost,
  typeQuickAdd,
  type GoalHost,
} from '../support/host/goalWindow';
import { HOST_VARIANTS, type PreparedWorkspace } from '../support/host/hostVariant';
import { notification } from '../support/host/notification';
import { runCommand } from '../support/host/runCommand';
import { temporaryFolder } from '../support/temporaryFolder';
import { textsBelow } from '../support/textsBelow';

const GOALS = '{\n  "version": 1,\n  "records": {\n    "g-4kq7w2m9xd": { "title": "Ship it" }\n  }\n}\n';

describe('where there is no repository to work in', function () {
  this.timeout(300_000);
  let host: GoalHost;

  before(async () => {
    host = await startGoalHost();
  });

  after(() => host.stop());

  it('an empty window: personal goals work, the team view offers to open a folder', () =>
    inWindow(host, 'emptyWindow', async (page) => {
      await teamSays(page, 'Goals of a team live in the folder of its code.');
      await addByKeys(page, 'Buy milk', 'Add: Buy milk');
      await goalRow(page, 'My Goals', 'Buy milk').waitFor();
      await goalRow(page, 'My Goals', 'Buy milk').getByRole('checkbox').click();
      await page.locator('.statusbar-item').getByText('1/1').waitFor();
      await runCommand(page, 'Micro Goals: Install Commit Hook and Merge Driver');
      await notification(page, 'A commit hook needs a git repository in a trusted folder.');
    }));

  it('an empty folder: the first shared goal makes exactly one file', () =>
    inWindow(host, 'plainFolder', async (page, folder) => {
      await teamSays(page, 'This folder is not in a git repository. Shared goals work here too');
      await addTeamGoal(page, 'Fewer surprises');
      assert.deepEqual(Object.keys(await textsBelow(folder)), [path.join(folder, '.microgoals/goals.json')]);
      await goalRow(page, 'Team Goals', 'Fewer surprises').getByRole('checkbox').click();
      await goalRow(page, 'Team Goals', 'Fewer surprises').getByRole('checkbox', { checked: true }).waitFor();
    }));

  it('a subfolder of a repository: the shared file is at its root', () =>
    inWindow(host, 'subfolder', async (page, folder) => {
      await teamSays(page, 'No shared goals yet.');
      await addTeamGoal(page, 'Fewer surprises');
      const file = path.join(folder, '../../.microgoals/goals.json');
      assert.match(await readFile(file, 'utf8'), /Fewer surprises/);
    }));

  it('several folders: the goals are those of the folder that is worked in', () =>
    inWindow(host, 'multiRoot', async (page, workspace) => {
      const root = path.dirname(workspace);
      await mkdir(path.join(root, 'second/.microgoals'));
      await writeFile(path.join(root, 'second/.microgoals/goals.json'), GOALS);
      await writeFile(path.join(root, 'second/notes.txt'), 'Notes\n');
      await teamSays(page, 'No shared goals yet.');
      await page.keyboard.press('Control+p');
      await page.locator('.quick-input-widget:visible input[type=text]').fill('notes.txt');
      await quickRow(page, 'notes.txt').first().click();
      await goalRow(page, 'Team Goals', 'Ship it').waitFor();
      await addTeamGoal(page, 'Fewer surprises');
      assert.match(await readFile(path.join(root, 'second/.microgoals/goals.json'), 'utf8'), /Fewer surprises/);
    }));
});

describe('a machine without git', function () {
  this.timeout(300_000);

  it('says so, and goals work', async () => {
    const host = await startGoalHost({ env: environmentWithPath('/nonexistent') });
    try {
      await inWindow(host, '.', async (page, folder) => {
        await teamSays(page, 'git was not found. Shared goals work without it');
        await addTeamGoal(page, 'Fewer surprises');
        assert.match(await readFile(path.join(folder, '.microgoals/goals.json'), 'utf8'), /Fewer surprises/);
        await addByKeys(page, 'Buy milk', 'Add: Buy milk');
        await goalRow(page, 'My Goals', 'Buy milk').waitFor();
      });
    } finally {
      await host.stop();
    }
  });
});

describe('Restricted Mode', function () {
  this.timeout(300_000);

  it('shows the goals of a hostile file, starts no git and writes nothing (R17)', async () => {
    const shim = await temporaryFolder('shim');
    const started = path.join(shim.path, 'started');
    await writeFile(started, '');
    await writeFile(path.join(shim.path, 'git'), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${started}'\nexit 1\n`);
    await chmod(path.join(shim.path, 'git'), 0o755);
    const host = await startGoalHost({
      trusted: false,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
      env: environmentWithPath(`${shim.path}${path.delimiter}${process.env['PATH'] ?? ''}`),
    });
    try {
      await inWindow(host, 'untrusted', async (page, folder) => {
        await teamSays(page, 'In Restricted Mode nothing is started and nothing is written.');
        await gitRepository(folder).write('.microgoals/goals.json', withDeepValues(GOALS));
        const row = goalRow(page, 'Team Goals', 'Ship it');
        await row.waitFor();
        await goalView(page, 'Team Goals').getByText('Restricted Mode: goals are shown, not changed.').waitFor();
        const before = await textsBelow(folder, host.data);
        await row.getByRole('checkbox').click();
        await row.getByRole('checkbox', { checked: false }).waitFor();
        await notification(page, 'In Restricted Mode nothing is written.');
        await runCommand(page, 'Micro Goals: Add Goal');
        await notification(page, 'In Restricted Mode nothing is written.');
        await row.hover();
        await row.getByRole('button', { name: 'Start Working on Goal' }).click();
        await notification(page, 'In Restricted Mode nothing is written.');
        await runCommand(page, 'Micro Goals: Show Team Progress');
        const panel = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
        await panel.getByText('Ship it').first().waitFor();
        assert.deepEqual(await textsBelow(folder, host.data), before);
        assert.equal(await readFile(started, 'utf8'), '');
      });
    } finally {
      await host.stop();
      await shim.remove();
    }
  });
});

/** As deep as a file may be, in an order that has to be mended at every level. */
function withDeepValues(text: string): string {
  const file = JSON.parse(text) as { records: Record<string, unknown> };
  let value: unknown = { z: 1, a: 1 };
  for (let level = 0; level < 25; level += 1) value = { a: value, b1: 1 };
  file.records['z-0000000000'] = { x: value };
  return JSON.stringify(file);
}

/** Without the mark of a start by `code`, VS Code takes PATH from the person's login shell. */
function environmentWithPath(programs: string): NodeJS.ProcessEnv {
  return { ...cleanGitEnvironment(), PATH: programs, VSCODE_CLI: '1' };
}

/** Opens what the host variant of that name opens, with the goals in the sidebar. */
async function inWindow(
  host: GoalHost,
  variant: string,
  action: (page: Page, workspace: string) => Promise<void>,
): Promise<void> {
  const prepared: PreparedWorkspace | undefined = await HOST_VARIANTS.find(
    ({ folder }) => folder === variant,
  )?.prepare();
  assert.ok(prepared);
  const workbench = await host.open(prepared.path);
  try {
    await workbench.watched(async (page) => {
      await showGoals(page);
      await action(page, prepared.path ?? '');
    });
  } finally {
    await workbench.close();
    await prepared.remove();
  }
}

async function teamSays(page: Page, text: string): Promise<void> {
  await goalView(page, 'Team Goals').getByText(text).waitFor();
}

async function addTeamGoal(page: Page, title: string): Promise<void> {
  await runCommand(page, 'Micro Goals: Add Team Goal');
  await quickRow(page, 'Objective').click();
  await typeQuickAdd(page, title, `Add: ${title}`);
  await pressEnter(page);
  await goalRow(page, 'Team Goals', title).waitFor();
}
