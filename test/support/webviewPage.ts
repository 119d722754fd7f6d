import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { HostMessage, PanelMessage } from '../../src/protocol/panelMessages';
import { projectFolder } from './run/projectFolder';

/** Our names for the four kinds of theme, and the ids of VS Code's own theme of each kind. */
export const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  highContrastDark: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;
export type ThemeName = keyof typeof THEMES;

export interface Theme {
  readonly bodyClass: string;
  /** Values by name, e.g. `--vscode-foreground`. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Where the page seems to come from; nothing is served there but the page's own files. */
const ORIGIN = 'http://panel.test';
const NONCE = 'bm9uY2U';
/** The same rules as in the editor, so that what they forbid fails here too. */
const POLICY = [
  "default-src 'none'",
  `style-src ${ORIGIN}`,
  `script-src 'nonce-${NONCE}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The names of the editor's variables in the panel's style sheet. */
export async function usedVariables(): Promise<readonly string[]> {
  const css = await readFile(projectFolder('media/teamPanel.css'), 'utf8');
  return [...new Set(css.match(/--vscode-[\w-]+/g))].sort();
}

export interface WebviewPage {
  show(message: HostMessage): Promise<void>;
  /** What the page sent since it was opened. */
  sent(): Promise<readonly PanelMessage[]>;
  /** What the page asked the editor to keep. */
  state(): Promise<unknown>;
  /** Errors and breaches of the content policy. */
  readonly complaints: readonly string[];
}

/**
 * Opens the built team panel in a plain browser page, with the editor's part played by this script: the theme's variables,
 * the message channel, the kept state.
 */
export async function openWebviewPage(page: Page, theme: ThemeName, state?: unknown): Promise<WebviewPage> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: await document(theme, state) });
    else await route.fulfill({ path: projectFolder(pathname.slice(1)) });
  });
  await page.goto(`${ORIGIN}/`);
  return {
    // As text: the driver's own way of passing a large object takes longer than drawing it.
    show: (message) => page.evaluate((text) => (globalThis as unknown as Faked).receive(text), JSON.stringify(message)),
    sent: () => page.evaluate(() => (globalThis as unknown as Faked).sent),
    state: () => page.evaluate(() => (globalThis as unknown as Faked).kept),
    complaints,
  };
}

/** What the script below puts into the page. */
interface Faked {
  receive(message: string): Promise<void>;
  readonly sent: readonly PanelMessage[];
  readonly kept: unknown;
}

async function document(theme: ThemeName, state: unknown): Promise<string> {
  const { bodyClass, variables } = await readTheme(theme);
  const editor = `
    const api = {
      postMessage(message) { sent.push(message); },
      getState() { return kept; },
      setState(state) { kept = state; },
    };
    var sent = [];
    var kept = ${state === undefined ? 'undefined' : JSON.stringify(state)};
    var acquireVsCodeApi = () => api;
    var receive = (text) => new Promise((resolve) => {
      window.postMessage(JSON.parse(text));
      addEventListener('message', () => requestAnimationFrame(() => setTimeout(resolve)), { once: true });
    });
    for (const [name, value] of ${JSON.stringify(Object.entries(variables))}) {
      document.documentElement.style.setProperty(name, value);
    }`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>Team progress</title>
<script nonce="${NONCE}">${editor.replaceAll('<', '\\x3c')}</script>
<link rel="stylesheet" href="${ORIGIN}/media/teamPanel.css">
</head>
<body class="${bodyClass}">
<main id="root"></main>
<script nonce="${NONCE}" src="${ORIGIN}/dist/webview/teamPanel.js"></script>
</body>
</html>`;
}

async function readTheme(name: ThemeName): Promise<Theme> {
  const file = projectFolder('test/support/fixtures/themes.json');
  const themes = JSON.parse(await readFile(file, 'utf8')) as Record<ThemeName, Theme>;
  const known = new Set(Object.values(themes).flatMap(({ variables }) => Object.keys(variables)));
  const missing = (await usedVariables()).filter((variable) => !known.has(variable));
  if (missing.length > 0)
    throw new Error(`Not in themes.json, run node test/tools/run.mjs themeVariables: ${missing.join(', ')}`);
  return themes[name];
}
