import * as vscode from 'vscode';
import type { Refusal } from '../../core/changes/refusal';
import { refusalText } from '../../core/changes/refusal';

const { t: translate } = vscode.l10n;

/** A text of a declaration (label, help, choice) or of a rule in the editor's language; `npm run docs` puts them all into the bundle. */
export function declaredWord(text: string): string {
  return text === '' ? '' : translate(text);
}

/** Why something is not done, in the editor's language. */
export function refusalWords(refusal: Refusal): string {
  return refusalText(refusal, (text, ...values) => translate(text, ...values));
}
