// screenshots.js: takes the pictures of README.md from the newest VS Code on the sample workspace, into media/screenshots.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { buildProduct } from '../support/run/buildProduct';
import { commandLine } from '../support/commandLine';
import { goalRow, goalView, showGoals, startGoalHost, typeQuickAdd, type GoalHost } from '../support/host/goalWindow';
import { seedSettings } from '../support/host/hostSettings';
import type { Workbench } from '../support/host/openWorkbench';
import { runCommand } from '../support/host/runCommand';
import { projectFolder } from '../support/run/projectFolder';
import { sampleWorkspace } from '../support/sampleWorkspace';
import { provideSystemTools, TOOLS_OF_WINDOW_TESTS } from '../support/run/systemTools';
import { temporaryFolder } from '../support/temporaryFolder';
import { THEMES, type ThemeName } from '../support/webviewPage';

const FOLDER = projectFolder('media', 'screenshots');
const WITH_COMMITS = 'Retry a failed upload';
const WORKED_ON = { id: 'g-2p9f6y0btr', title: 'Show progress while uploading' };
const OBJECTIVE = 'Uploads that people trust';
/** Milliseconds for a window to open on a busy machine. */
const WINDOW_LIMIT = 60_000;
const SHOW_PANEL = 'Micro Goals: Show Team Progress';
/** Where the sidebar ends, in pixels. */
const WIDE = 450;
const LINE = 'Fix the login test !fri @bo #skill ^upload !p1';

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Steady from run to run: no animation, no pointer, no blinking caret. */
async function take(page: Page, name: string, clip?: Clip): Promise<void> {
  await page.mouse.move(1279, 400);
  await page.screenshot({
    path: path.join(FOLDER, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
    ...(clip === undefined ? {} : { clip }),
  });
  console.log(`media/screenshots/${name}.png`);
}

async function boxOf(locator: Locator): Promise<Clip> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('A part of the picture is not shown.');
  return box;
}

function seedTheme(userDataFolder: string, theme: ThemeName): Promise<void> {
  return seedSettings(userDataFolder, {
    'workbench.colorTheme': THEMES[theme],
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'git.enabled': true,
    'editor.minimap.enabled': false,
  });
}

/** What a person would have done by then: goals of their own, one of the team's under way. */
async function prepareGoals(workspace: string, host: GoalHost): Promise<void> {
  const microgoals = commandLine(workspace, host.data);
  const done = await microgoals.id('add', 'Answer the review of the retry code');
  await microgoals.run('done', done);
  await microgoals.id('add', 'Ask for a look at the upload page !2d');
  await microgoals.id('add', 'Read how fetch reports errors #skill');
  await microgoals.run('start', WORKED_ON.id);
}

async function takeOverview(page: Page): Promise<void> {
  await showGoals(page);
  await widenSidebar(page);
  await goalRow(page, 'My Goals', WORKED_ON.title).first().waitFor();
  await runCommand(page, SHOW_PANEL);
  await panelOf(page).getByRole('row', { name: OBJECTIVE }).waitFor();
  await take(page, 'overview');
}

async function widenSidebar(page: Page): Promise<void> {
  const { x, y, width, height } = await boxOf(page.locator('.part.sidebar'));
  await page.mouse.move(x + width, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(WIDE, y + height / 2, { steps: 5 });
  await page.mouse.up();
}

function panelOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
}

/** The window takes its colours from the settings when it opens. */
async function takePanel(page: Page, userDataFolder: string, theme: ThemeName): Promise<void> {
  await seedTheme(userDataFolder, theme);
  await page.reload();
  await goalRow(page, 'Team Goals', WITH_COMMITS).waitFor({ timeout: WINDOW_LIMIT });
  await runCommand(page, SHOW_PANEL);
  const panel = panelOf(page);
  await panel.locator(`body.vscode-${theme}`).waitFor();
  await panel.getByRole('row', { name: OBJECTIVE }).waitFor();
  await take(page, `team-panel-${theme}`, await boxOf(page.locator('.part.editor')));
}

async function takeCommits(page: Page): Promise<void> {
  const row = goalRow(page, 'Team Goals', WITH_COMMITS);
  await row.click();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('treeitem', { name: 'Upload a file' }).last().waitFor();
  await take(page, 'commits', await boxOf(goalView(page, 'Team Goals')));
}

async function takeQuickAdd(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+g');
  await typeQuickAdd(page, LINE, 'Fix the login test');
  await take(page, 'quick-add', await boxOf(page.locator('.quick-input-widget')));
  await page.keyboard.press('Escape');
}

async function takeAll(workbench: Workbench, userDataFolder: string): Promise<void> {
  await workbench.watched(async (page) => {
    await takeOverview(page);
    await takeCommits(page);
    await takeQuickAdd(page);
    await takePanel(page, userDataFolder, 'light');
    await takePanel(page, userDataFolder, 'dark');
  });
}

async function main(): Promise<void> {
  provideSystemTools(TOOLS_OF_WINDOW_TESTS);
  buildProduct();
  await mkdir(FOLDER, { recursive: true });
  const [workspace, user] = [await temporaryFolder('parcel'), await temporaryFolder('user')];
  // The hour is shown beside commits.
  await sampleWorkspace(workspace.path, new Date(new Date().setUTCHours(12, 0, 0, 0)));
  await seedTheme(user.path, 'dark');
  const host = await startGoalHost({ userDataFolder: user.path });
  try {
    await prepareGoals(workspace.path, host);
    const workbench = await host.open(workspace.path);
    await takeAll(workbench, user.path).finally(() => workbench.close());
  } finally {
    await host.stop();
    await Promise.all([workspace.remove(), user.remove()]);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
