import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { launchChromium } from './launchChromium';
import type { RunningHost } from './startHost';
import { workbenchAddress, type WorkbenchTarget } from './workbenchAddress';

export interface OpenOptions extends WorkbenchTarget {
  /** Size of the window in CSS pixels; default 1280 × 800. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Receives what workbench and extension host print. */
  readonly onLog?: (text: string) => void;
  /** Receives the exit code of the test suite. */
  readonly onExit?: (code: number) => void;
}

export interface Workbench {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Runs the action; when it fails, keeps a screenshot and adds its path to the error's message. */
  watched<Result>(action: (page: Page) => Promise<Result>): Promise<Result>;
  /** Saves what the window shows and returns the picture's path; default: a file that stays in the system's temporary folder. */
  screenshot(file?: string): Promise<string>;
  close(): Promise<void>;
}

// Only a step that hangs reaches them, also on a machine with much else to do.
const READY_LIMIT = 180_000;
const ACTION_LIMIT = 60_000;

/** Opens a window of a running VS Code in Chromium; resolves when the workbench is restored and its status bar is shown. */
export async function openWorkbench(host: RunningHost, options: OpenOptions = {}): Promise<Workbench> {
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(ACTION_LIMIT);
  await connect(page, options);
  const workbench: Workbench = {
    page,
    context,
    watched: (action) => withScreenshot(page, () => action(page)),
    screenshot: (file) => saveScreenshot(page, file),
    close: () => browser.close(),
  };
  try {
    await workbench.watched(async () => {
      await page.goto(workbenchAddress(host.port, options), { timeout: READY_LIMIT });
      await restored(page);
    });
  } catch (error) {
    await browser.close();
    throw error;
  }
  return workbench;
}

/** Resolves when a window that starts is there. */
export async function restored(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: READY_LIMIT });
}

/** Resolves when something is there that an extension shows in a window that starts: the editor starts them after all of its own. */
export async function shownAtStart(what: Locator): Promise<void> {
  await what.waitFor({ timeout: READY_LIMIT });
}

async function connect(page: Page, { onLog, onExit }: OpenOptions): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    onLog?.(args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' '));
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    onExit?.(code);
  });
}

async function withScreenshot<Result>(page: Page, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    const picture = await saveScreenshot(page).catch(() => 'none: the window is gone');
    if (error instanceof Error) {
      // The stack repeats the message as it was when the error was made.
      error.message += `\nScreenshot: ${picture}`;
      error.stack = `${error.stack ?? error.message}\nScreenshot: ${picture}`;
    }
    throw error;
  }
}

async function saveScreenshot(page: Page, file?: string): Promise<string> {
  const name = `micro-goals-screenshot-${process.pid}-${Date.now()}.png`;
  const target = file ?? path.join(tmpdir(), name);
  await page.screenshot({ path: target });
  return target;
}
