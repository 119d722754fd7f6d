import * as vscode from 'vscode';
import { endingRefusal } from '../../core/followUp/endingReason';
import type { EndingField } from '../../core/followUp/learnedChange';
import type { GoalStatus } from '../../core/model/goal';
import { goalKind } from '../../core/model/goal';
import { readPlainText } from '../../core/model/readFieldText';
import type { Calendar } from '../../core/snapshot/calendar';
import type { GoalNode } from '../../core/snapshot/snapshot';
import { collapseSpace } from '../../core/text/safeText';
import { refusalWords } from '../texts/declaredWord';
import { plain } from '../texts/words';

const { t } = vscode.l10n;

/** Goals that the answer is about, and how they are to end. */
interface Ended {
  readonly nodes: readonly GoalNode[];
  readonly status: GoalStatus;
  readonly calendar: Calendar;
}

/**
 * Asks in one line why a goal ends without being done: what that teaches, or the reason. Returns undefined if the person cancelled.
 * @param shown the line so far; Enter returns it
 */
export async function askWhyEnded(
  field: EndingField,
  title: string,
  shown: string,
  ended: Ended,
): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt:
      field === 'learned'
        ? t('What was learned? Enter leaves it as it is.')
        : t('Why is it dropped? Enter leaves it as it is.'),
    value: shown,
    ignoreFocusOut: true,
    validateInput: (typed) => problemOf(typed, field, ended),
  });
  return text?.trim();
}

function problemOf(text: string, field: EndingField, { nodes, status, calendar }: Ended): string | undefined {
  const reading = readPlainText(goalKind.fields[field], text, calendar);
  if ('problem' in reading) return plain(reading.problem);
  // An empty box leaves what each goal says already, if there are several.
  const said = collapseSpace(text) === '' && nodes.length > 1 ? {} : { [field]: text };
  for (const { goal, scope } of nodes) {
    const refusal = endingRefusal(goal, scope, { status, ...said });
    if (refusal) return plain(refusalWords(refusal));
  }
  return undefined;
}
