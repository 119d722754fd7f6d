import * as vscode from 'vscode';
import type { EndingField } from '../../core/followUp/learnedChange';
import { goalKind } from '../../core/model/goal';
import { readPlainText } from '../../core/model/readFieldText';
import { plain } from '../texts/words';

const { t } = vscode.l10n;

/**
 * Asks in one line why a goal ends without being done: what that teaches, or the reason. Returns undefined if the person cancelled.
 * @param shown the line so far; Enter returns it
 */
export async function askWhyEnded(field: EndingField, title: string, shown: string): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt:
      field === 'learned'
        ? t('What was learned? Enter leaves it as it is.')
        : t('Why is it dropped? Enter leaves it as it is.'),
    value: shown,
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const reading = readPlainText(goalKind.fields[field], typed, '');
      return 'problem' in reading ? plain(reading.problem) : undefined;
    },
  });
  return text?.trim();
}
