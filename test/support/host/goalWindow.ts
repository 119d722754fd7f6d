import type { Locator, Page } from 'playwright-core';
import { cleanGitEnvironment } from '../gitRepository';
import { projectFolder } from '../run/projectFolder';
import { temporaryFolder } from '../temporaryFolder';
import { DRIVEN_SETTINGS } from './hostSettings';
import { openWorkbench, type Workbench } from './openWorkbench';
import { startHost, type HostOptions } from './startHost';

/** A running VS Code whose windows keep personal goals in a temporary folder. */
export interface GoalHost {
  /** Folder of the personal goals. */
  readonly data: string;
  /** Opens a window with the extension on a folder, a `.code-workspace` file or nothing. */
  open(workspace: string | undefined): Promise<Workbench>;
  stop(): Promise<void>;
}

export async function startGoalHost(options: HostOptions = {}): Promise<GoalHost> {
  const data = await temporaryFolder('data');
  const env = { ...(options.env ?? cleanGitEnvironment()), MICROGOALS_DATA_DIR: data.path };
  const host = await startHost({ ...options, settings: { ...DRIVEN_SETTINGS, ...options.settings }, env });
  return {
    data: data.path,
    open: (workspace) => openWorkbench(host, { workspace, extension: projectFolder() }),
    async stop() {
      await host.stop();
      await data.remove();
    },
  };
}

export type ViewName = 'My Goals' | 'Team Goals';

/** Opens the sidebar of the extension by a click in the activity bar; resolves when both views are there. */
export async function showGoals(page: Page): Promise<void> {
  // The tab comes with the extension, on a busy machine long after the window.
  await page.getByRole('tab', { name: 'Micro Goals' }).locator('a').click({ timeout: 180_000 });
  await goalView(page, 'Team Goals').waitFor();
}

/** A view by its title, which its description follows in what a screen reader says. */
export function goalView(page: Page, name: ViewName): Locator {
  return page
    .locator('.split-view-view > .pane')
    .filter({ has: page.getByRole('button', { name: new RegExp(`^${name}\\b.*Section$`) }) });
}

/** Resolves when the rows of a view have the keyboard. @returns them */
export async function focusedRows(page: Page, view: ViewName): Promise<Locator> {
  const rows = goalView(page, view).locator('.monaco-list:focus');
  await rows.waitFor();
  return rows;
}

/** Rows of a view whose visible title is exactly that. */
export function goalRow(page: Page, view: ViewName, title: string): Locator {
  return goalView(page, view)
    .getByRole('treeitem')
    .filter({ has: page.locator('.label-name').getByText(title, { exact: true }) });
}

/** Types a line into the quick input that is open and waits until the preview, which Enter takes, shows it. */
export async function typeQuickAdd(page: Page, line: string, preview: string): Promise<Locator> {
  await quickInput(page).waitFor();
  await quickInput(page).fill(line);
  const row = quickRow(page, preview);
  await row.and(page.locator('.focused')).waitFor();
  return row;
}

/** Enter in the quick input that is open: a tree that is drawn meanwhile may have taken the focus. */
export async function pressEnter(page: Page): Promise<void> {
  await quickInput(page).press('Enter');
}

/** Adds a goal to the scope of the settings by keyboard alone. */
export async function addByKeys(page: Page, line: string, preview: string): Promise<void> {
  await page.keyboard.press('Control+Alt+g');
  await typeQuickAdd(page, line, preview);
  await pressEnter(page);
}

export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget:visible input[type=text]');
}

/** A row of the open quick pick, by its label. */
export function quickRow(page: Page, label: string): Locator {
  return page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label });
}
