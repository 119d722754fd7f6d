import * as vscode from 'vscode';
import { goalKind } from '../../core/model/goal';
import { readPlainText } from '../../core/model/readFieldText';
import { plain } from '../texts/words';

const { t } = vscode.l10n;

/**
 * Asks for the one line that a setback teaches; returns undefined if the person cancelled.
 * @param shown the line so far; Enter returns it
 */
export async function askLearned(title: string, shown: string): Promise<string | undefined> {
  const learned = await vscode.window.showInputBox({
    title,
    prompt: t('What was learned? Enter leaves it as it is.'),
    value: shown,
    ignoreFocusOut: true,
    validateInput: (text) => {
      const reading = readPlainText(goalKind.fields.learned, text, '');
      return 'problem' in reading ? plain(reading.problem) : undefined;
    },
  });
  return learned?.trim();
}
