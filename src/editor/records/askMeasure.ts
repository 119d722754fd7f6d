import * as vscode from 'vscode';
import { checkInKind } from '../../core/model/checkIn';
import { lastMeasure } from '../../core/records/planCheckIn';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { fieldText, readFieldText } from '../../core/model/readFieldText';
import { plain } from '../texts/words';
import { fieldContext } from './askField';

const { t } = vscode.l10n;

/** Asks for the current measure; Enter alone returns the last one. */
export async function askMeasure(node: GoalNode, snapshot: Snapshot): Promise<number | undefined | 'never mind'> {
  const field = checkInKind.fields.value;
  const context = fieldContext(snapshot);
  const { target, unit = '' } = node.goal.more;
  const text = await vscode.window.showInputBox({
    title: plain(t('Measure now: {0}', node.goal.title)),
    prompt: plain(t('The target is {0}. Enter keeps it as it is.', `${target} ${unit}`.trim())),
    value: fieldText(lastMeasure(node, snapshot)),
    ignoreFocusOut: true,
    validateInput: async (typed) => {
      const reading = await readFieldText(field, typed, context);
      return 'problem' in reading ? plain(reading.problem) : undefined;
    },
  });
  if (text === undefined) return 'never mind';
  const reading = await readFieldText(field, text, context);
  return 'value' in reading && typeof reading.value === 'number' ? reading.value : undefined;
}
