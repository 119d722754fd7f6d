import * as vscode from 'vscode';
import type { Refusal } from '../../core/changes/refusal';
import { refusalText } from '../../core/changes/refusal';

const { t: translate } = vscode.l10n;

/** Returns a text of a declaration (label, help, choice) or rule in the editor's language; `npm run docs` puts all into the bundle. */
export function declaredWord(text: string): string {
  return text === '' ? '' : translate(text);
}

/** Returns the reason for a refusal, in the editor's language. */
export function refusalWords(refusal: Refusal): string {
  return refusalText(refusal, (text, ...values) => translate(text, ...values));
}
