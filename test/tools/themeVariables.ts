// themeVariables.js: writes test/support/fixtures/themes.json, the variables that VS Code gives a webview in each kind of theme.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { openWorkbench } from '../support/host/openWorkbench';
import { startHost } from '../support/host/startHost';
import { projectFolder } from '../support/run/projectFolder';
import { temporaryFolder } from '../support/temporaryFolder';
import { THEMES, usedVariables, type Theme, type ThemeName } from '../support/webviewPage';

/** An extension that does nothing but show an empty webview. */
const MANIFEST = {
  name: 'empty-panel',
  publisher: 'test',
  version: '0.0.1',
  engines: { vscode: '^1.100.0' },
  main: './main.js',
  activationEvents: ['*'],
};
const MAIN = `const vscode = require('vscode');
exports.activate = () => {
  const panel = vscode.window.createWebviewPanel('empty', 'Empty', vscode.ViewColumn.One, {});
  panel.webview.html = '<!DOCTYPE html><title>Empty</title><p id="empty">Empty</p>';
};
`;

const APPEARS = 60_000;

async function readTheme(name: ThemeName, extension: string): Promise<Theme> {
  const host = await startHost({ settings: { 'workbench.colorTheme': THEMES[name] } });
  try {
    const workbench = await openWorkbench(host, { workspace: extension, extension });
    try {
      return await workbench.watched(async (page) => readVariables(await emptyFrame(page)));
    } finally {
      await workbench.close();
    }
  } finally {
    await host.stop();
  }
}

async function emptyFrame(page: Page): Promise<Frame> {
  const shown = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame').locator('#empty');
  await shown.waitFor({ timeout: APPEARS });
  const frame = await (await shown.elementHandle()).ownerFrame();
  if (!frame) throw new Error('The empty webview did not appear.');
  return frame;
}

/** Only what our style sheets use: the editor defines a thousand more. */
async function readVariables(frame: Frame): Promise<Theme> {
  const style = await frame.evaluate<string>('document.documentElement.style.cssText');
  const bodyClass = await frame.evaluate<string>('document.body.className');
  const values = new Map(
    style.split(/;\s*/).map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
  const variables: Record<string, string> = {};
  for (const name of await usedVariables()) {
    const value = values.get(name);
    if (value !== undefined) variables[name] = value;
  }
  return { bodyClass, variables };
}

async function main(): Promise<void> {
  const extension = await temporaryFolder('empty-panel');
  try {
    await writeFile(path.join(extension.path, 'package.json'), JSON.stringify(MANIFEST));
    await writeFile(path.join(extension.path, 'main.js'), MAIN);
    const themes: Record<string, Theme> = {};
    for (const name of Object.keys(THEMES) as ThemeName[]) themes[name] = await readTheme(name, extension.path);
    const file = projectFolder('test/support/fixtures/themes.json');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(themes, null, 1)}\n`);
  } finally {
    await extension.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
