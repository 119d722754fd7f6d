import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { PANEL_TEXTS } from '../../protocol/panelTexts';
import { declaredWord } from '../texts/declaredWord';

/** Returns the only folders that the panel's page may load files from. */
export function panelRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist', 'webview'), vscode.Uri.joinPath(extension, 'media')];
}

/** Returns the empty page: one style sheet, one script. Goals come later by message and are never part of the markup. */
export function teamPanelHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomBytes(18).toString('base64');
  const addressOf = (...place: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...place)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(declaredWord(PANEL_TEXTS.title))}</title>
<link rel="stylesheet" href="${addressOf('media', 'teamPanel.css')}">
</head>
<body>
<main id="root"></main>
<script nonce="${nonce}" src="${addressOf('dist', 'webview', 'teamPanel.js')}"></script>
</body>
</html>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
