import * as vscode from 'vscode';
import type { Kind } from '../../core/model/kind';
import type { NamedField, RecordValues } from '../../core/changes/recordActions';
import { formFields, mayWrite } from '../../core/changes/recordActions';
import { valueWords } from '../../core/records/recordMarkdown';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { fieldText, readFieldText } from '../../core/model/readFieldText';
import { escapeIcons, oneLine, visible } from '../../core/text/safeText';
import { askField, fieldContext } from './askField';
import { declaredWord } from '../texts/declaredWord';

const { t } = vscode.l10n;

export interface RecordQuestion {
  readonly kind: Kind;
  /** Values so far. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly snapshot: Snapshot;
  /** True for a new record: required fields are asked for first, one after the other. */
  readonly isNew: boolean;
  /** Fields that are not asked for. */
  readonly without?: readonly string[];
  /** Reason why the previous answers could not be written, in the language of the editor. */
  readonly problem?: string;
}

interface Row extends vscode.QuickPickItem {
  /** Name of the field; undefined for the row that saves. */
  readonly field: string | undefined;
}

const SHOWN = 120;

/**
 * Asks for a record of any kind: first for the required fields without a value, then with a list of all fields and the row that saves on
 * top, so that Enter ends it. Returns undefined if the person cancelled.
 */
export async function askRecord(question: RecordQuestion): Promise<RecordValues | undefined> {
  const { kind, values, snapshot, isNew } = question;
  const author = kind.author === undefined ? undefined : values[kind.author];
  const form = formFields(kind, isNew ? { isNew } : { isNew, isOwn: mayWrite(kind, author, snapshot.me) });
  const asked = form.filter(([name]) => question.without?.includes(name) !== true);
  const texts = new Map(asked.map(([name]) => [name, fieldText(values[name])]));
  for (const [name, field] of isNew ? asked : []) {
    if (!field.required || texts.get(name) !== '') continue;
    const text = await askField(field, '', snapshot);
    if (text === undefined) return undefined;
    texts.set(name, text);
  }
  for (;;) {
    const picked = await vscode.window.showQuickPick(await rowsOf(asked, texts, question), {
      title: declaredWord(kind.label),
      placeHolder: declaredWord(kind.help),
      matchOnDescription: true,
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (picked.field === undefined) return readAll(asked, texts, snapshot);
    const field = kind.fields[picked.field];
    const text = field && (await askField(field, texts.get(picked.field) ?? '', snapshot));
    if (text !== undefined) texts.set(picked.field, text);
  }
}

async function rowsOf(
  asked: readonly NamedField[],
  texts: ReadonlyMap<string, string>,
  { snapshot, isNew, problem }: RecordQuestion,
): Promise<Row[]> {
  const read = await readAll(asked, texts, snapshot);
  const save: Row = {
    label: isNew ? t('$(check) Add') : t('$(check) Save'),
    ...(problem === undefined ? {} : { detail: `$(error) ${escapeIcons(visible(problem))}` }),
    field: undefined,
  };
  const fields = asked.map(([name, field]): Row => {
    const value = read[name];
    const description = value === undefined ? '' : escapeIcons(oneLine(valueWords(field, value, snapshot), SHOWN));
    return { label: declaredWord(field.label), description, field: name };
  });
  return [save, ...fields];
}

/** Reads all texts. Each was accepted when it was typed; one that has become invalid counts as empty. */
async function readAll(
  asked: readonly NamedField[],
  texts: ReadonlyMap<string, string>,
  snapshot: Snapshot,
): Promise<RecordValues> {
  const context = fieldContext(snapshot);
  const read = asked.map(async ([name, field]) => {
    const reading = await readFieldText(field, texts.get(name) ?? '', context);
    return [name, 'value' in reading ? reading.value : undefined] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
