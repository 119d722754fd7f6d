import * as vscode from 'vscode';

const { t } = vscode.l10n;

/** Asks for one line that must not be empty; returns undefined if the person cancelled. @param value the text so far */
export async function askText(title: string, prompt: string, value = ''): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() === '' ? t('Type a text, or press Escape.') : undefined),
  });
  return text?.trim();
}
