import * as vscode from 'vscode';

const { t: translate } = vscode.l10n;

/** A text of a declaration (label, help, choice) or of a rule in the editor's language; `npm run docs` puts them all into the bundle. */
export function declaredWord(text: string): string {
  return text === '' ? '' : translate(text);
}
