import * as vscode from 'vscode';
import type { Json } from '../../core/document/json';
import { kindNamed } from '../../core/model/kinds';
import { planAdd, planEdit } from '../../core/records/planRecord';
import { askedFields } from '../../core/changes/recordActions';
import type { FieldTexts } from '../../core/reports/recordReport';
import { readFieldText } from '../../core/model/readFieldText';
import type { FilledForm } from '../../protocol/panelMessages';
import type { GoalService } from '../service/goalService';
import { isPassing } from '../service/isPassing';
import { fieldContext } from './askField';
import { refusalWords } from '../texts/declaredWord';
import { planFacts } from '../../app/planFacts';
import { savePlan } from './savePlan';

const { t } = vscode.l10n;

/**
 * Writes the values of a form in the team panel.
 * @param report tells the person why they could not be written.
 * @returns the problems by field, those of no field under ''; empty if it was saved
 */
export async function saveForm(
  service: GoalService,
  { kind: name, id, values }: FilledForm,
  report: (error: unknown) => void,
): Promise<FieldTexts> {
  const { snapshot } = service;
  const kind = kindNamed(name);
  const node = id === null ? undefined : snapshot?.records.get(id);
  if (!snapshot || !kind || (id !== null && node?.kind !== kind)) return { '': t('It is gone; nothing was saved.') };
  const problems: Record<string, string> = {};
  const read: Record<string, Json | undefined> = {};
  for (const [field, declared] of askedFields(kind)) {
    const text = values[field];
    if (text === undefined) continue;
    const reading = await readFieldText(declared, text, fieldContext(snapshot));
    if ('problem' in reading) problems[field] = reading.problem;
    else read[field] = reading.value;
  }
  if (Object.keys(problems).length > 0) return problems;
  const plan = node
    ? planEdit(node, read, snapshot)
    : await planAdd({ kind, values: read, scope: 'team' }, snapshot, planFacts(service.place));
  if ('problem' in plan) return { '': refusalWords(plan) };
  try {
    await savePlan(plan, service);
    return {};
  } catch (error) {
    report(error);
    // The edit is kept and can be written later: the person must not type it again.
    return isPassing(error) ? {} : { '': t('It was not saved.') };
  }
}
