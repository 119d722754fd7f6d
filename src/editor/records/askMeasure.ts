import * as vscode from 'vscode';
import type { MeasuredThing } from '../../core/followUp/measured';
import { readingKind } from '../../core/model/reading';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { fieldText, readFieldText } from '../../core/model/readFieldText';
import { plain } from '../texts/words';
import { fieldContext } from './askField';

const { t } = vscode.l10n;

/** Asks for the current measure; Enter alone returns the last one, an empty text none. */
export async function askMeasure(
  { title, unit = '', last, target }: MeasuredThing,
  snapshot: Snapshot,
): Promise<number | undefined | 'never mind'> {
  const field = { ...readingKind.fields.value, required: false };
  const context = fieldContext(snapshot);
  const text = await vscode.window.showInputBox({
    title: plain(t('Measure now: {0}', title)),
    prompt: plain(
      target === undefined
        ? t('Enter keeps it as it is.')
        : t('The target is {0}. Enter keeps it as it is.', `${target} ${unit}`.trim()),
    ),
    value: fieldText(last),
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
