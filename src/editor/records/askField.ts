import * as vscode from 'vscode';
import type { AnyField } from '../../core/model/field';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { recordLine } from '../../core/snapshot/recordNode';
import type { FieldContext } from '../../core/model/readFieldText';
import { readFieldText } from '../../core/model/readFieldText';
import { choiceWord } from '../../core/text/choiceWord';
import { foldText } from '../../core/text/foldText';
import { escapeIcons, visible } from '../../core/text/safeText';
import { plain } from '../texts/words';
import { declaredWord } from '../texts/declaredWord';

const { t } = vscode.l10n;

/** Returns a context for reading field texts that knows the people and records of the window. */
export function fieldContext({ calendar, people, goals, records }: Snapshot): FieldContext {
  return {
    today: calendar.today,
    zone: calendar.zone,
    people: () => Promise.resolve([...people].map(([id, name]) => ({ id, name }))),
    recordOf: (id) =>
      Promise.resolve(goals.has(id) || records.has(id) ? { id, label: id } : { problem: `${id} is not here.` }),
  };
}

/**
 * Asks for the value of one field in the way that suits its type. Returns its text; empty for none, undefined if cancelled.
 * @param isNoneFirst true if Enter alone chooses none from a list
 */
export async function askField(
  field: AnyField,
  current: string,
  snapshot: Snapshot,
  { isNoneFirst = false } = {},
): Promise<string | undefined> {
  if (field.type === 'set' && field.of !== undefined) return pickSeveral(field, field.of, current, snapshot);
  if (field.type === 'choiceEach') return chooseEach(field, current, snapshot);
  const options = optionsOf(field, snapshot);
  const typed = options === undefined ? undefined : await pickOption(field, options, current, isNoneFirst);
  if (options !== undefined && typed !== TYPE_IT) return typed;
  const context = fieldContext(snapshot);
  return vscode.window.showInputBox({
    title: declaredWord(field.label),
    prompt: declaredWord(field.help),
    value: current,
    ignoreFocusOut: true,
    validateInput: async (text) => {
      const reading = await readFieldText(field, text, context);
      return 'problem' in reading ? plain(reading.problem) : undefined;
    },
  });
}

interface Option extends vscode.QuickPickItem {
  readonly value: string;
}

/** Value of the option that lets the person type; as a control character, it is never the value of a field. */
const TYPE_IT = '\u0000';

function optionsOf(field: AnyField, snapshot: Snapshot): Option[] | undefined {
  switch (field.type) {
    case 'choice':
      return (field.choices ?? []).map((choice) => ({ label: choiceWord(choice, declaredWord), value: choice }));
    case 'flag':
      return ['true', 'false'].map((value) => ({ label: value === 'true' ? t('Yes') : t('No'), value }));
    case 'person':
      return [...peopleOptions(snapshot), { label: t('$(edit) Type an address…'), value: TYPE_IT }];
    case 'reference':
      return recordOptions(field.of ?? '', snapshot);
    case 'text':
    case 'longText':
    case 'date':
    case 'moment':
    case 'number':
    case 'set':
    case 'choiceEach':
      return undefined;
  }
}

function peopleOptions({ people, me }: Snapshot): Option[] {
  const ids = [...new Set([...(me === undefined ? [] : [me]), ...people.keys()])];
  return ids.map((id) => {
    const name = people.get(id) ?? id;
    // A list of the editor finds accents only as they stand there.
    const plain = foldText(name);
    const description = plain === name.toLowerCase() ? id : `${id} · ${plain}`;
    return { ...labelled(name), description: escapeIcons(visible(description)), value: id };
  });
}

/** @param letters those of the kinds that may be named. */
function recordOptions(letters: string, snapshot: Snapshot): Option[] {
  const { goals, records } = snapshot;
  const rows = [
    ...(letters.includes('g') ? [...goals].map(([id, { goal }]) => [id, goal.title] as const) : []),
    ...[...records.values()]
      .filter(({ kind }) => letters.includes(kind.letter))
      .map((node) => [node.id, recordLine(node, snapshot)] as const),
  ];
  return rows.map(([id, text]) => ({ ...labelled(text), value: id }));
}

function labelled(text: string): { readonly label: string } {
  return { label: escapeIcons(visible(text)) };
}

/** Asks for the members of a set of records or people: offers all of them, the present ones ticked. */
async function pickSeveral(
  field: AnyField,
  of: string,
  current: string,
  snapshot: Snapshot,
): Promise<string | undefined> {
  const members = new Set(current.split(', '));
  const options = of === 'p' ? peopleOptions(snapshot) : recordOptions(of, snapshot);
  const unknown = [...members].filter((id) => id !== '' && !options.some(({ value }) => value === id));
  const rows = [...options, ...unknown.map((value) => ({ ...labelled(value), value }))];
  const picked = await vscode.window.showQuickPick(
    rows.map((row) => ({ ...row, picked: members.has(row.value) })),
    {
      title: declaredWord(field.label),
      placeHolder: declaredWord(field.help),
      canPickMany: true,
      matchOnDescription: true,
      ignoreFocusOut: true,
    },
  );
  return picked?.map(({ value }) => value).join(', ');
}

/** Asks for which records something is to be chosen, then for the choice of each. */
async function chooseEach(field: AnyField, current: string, snapshot: Snapshot): Promise<string | undefined> {
  const pairs = current.split(', ').filter((pair) => pair !== '');
  const chosen = new Map(pairs.map((pair) => [pair.replace(/=.*/, ''), pair.replace(/^[^=]*=/, '')]));
  const picked = await pickSeveral(field, field.of ?? '', [...chosen.keys()].join(', '), snapshot);
  if (picked === undefined) return undefined;
  const texts: string[] = [];
  for (const id of picked.split(', ').filter((each) => each !== '')) {
    const rows = (field.choices ?? []).map((value) => ({ label: choiceWord(value, declaredWord), value }));
    const ordered = rows.toSorted((a, b) => Number(b.value === chosen.get(id)) - Number(a.value === chosen.get(id)));
    const title = plain(snapshot.goals.get(id)?.goal.title ?? id);
    const choice = await vscode.window.showQuickPick(ordered, { title, ignoreFocusOut: true });
    if (choice === undefined) return undefined;
    texts.push(`${id}=${choice.value}`);
  }
  return texts.join(', ');
}

async function pickOption(
  field: AnyField,
  options: readonly Option[],
  current: string,
  isNoneFirst: boolean,
): Promise<string | undefined> {
  const none: Option[] = field.required ? [] : [{ label: t('None'), value: '' }];
  const now = options.filter(({ value }) => value === current && value !== '');
  const rest = options.filter(({ value }) => value !== current || value === '');
  const rows = isNoneFirst ? [...none, ...now, ...rest] : [...now, ...rest, ...none];
  const picked = await vscode.window.showQuickPick(rows, {
    title: declaredWord(field.label),
    placeHolder: declaredWord(field.help),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.value;
}
