import * as vscode from 'vscode';

const { t } = vscode.l10n;

/** Asks for one line that has to say something; undefined if the person went away. @param value what stands there already. */
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
