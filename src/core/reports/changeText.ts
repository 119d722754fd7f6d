import type { Json } from '../document/json';
import { splitPath } from '../document/registerPath';
import type { AnyField } from '../model/field';
import type { GoalKind, GoalStatus } from '../model/goal';
import { GOAL_KINDS, GOAL_STATUSES, goalKind } from '../model/goal';
import type { Kind } from '../model/kind';
import { fieldText } from '../model/readFieldText';
import type { LineSource } from '../snapshot/recordNode';
import { choiceWord } from '../text/choiceWord';
import { recordLine } from '../snapshot/recordNode';
import type { FactWords } from './factText';
import { FACT_TEXTS } from './factText';

/** Words for a change of a field, in English; keys of the l10n bundle. */
export const CHANGE_TEXTS = {
  set: '{0}: {1}',
  replaced: '{0}: {1} → {2}',
  cleared: '{0}: {1} taken away',
  emptied: '{0} taken away',
  joined: '{0}: {1} added',
  left: '{0}: {1} removed',
  rewritten: '{0} rewritten',
  moved: 'moved among its siblings',
  deleted: 'deleted',
  restored: 'restored',
  unknown: 'a field that this version does not know',
  gone: 'one that is gone',
  yes: 'yes',
  no: 'no',
} as const;

/** Change of a register, with its value before and since; null if there is none or it is not known. */
export interface ShownChange {
  /** The register, e.g. `status` or `tags/ci`. */
  readonly field: string;
  readonly before?: Json;
  readonly value?: Json;
}

/** What names people, goals and records. */
export type Names = LineSource;

/** Returns a change in words, e.g. `Target: 5 → 4`. */
export function changeText(kind: Kind, change: ShownChange, names: Names, words: FactWords): string {
  const { before = null, value = null } = change;
  const { say } = words;
  const [name = '', member] = splitPath(change.field);
  if (name === 'order') return say(CHANGE_TEXTS.moved);
  if (name === 'deleted') return say(value === true ? CHANGE_TEXTS.deleted : CHANGE_TEXTS.restored);
  const field = fieldNamed(kind, name);
  if (!field) return say(CHANGE_TEXTS.unknown);
  const label = say(field.label);
  if (member !== undefined) {
    const text = memberText(field, member, names, words);
    return say(value === null ? CHANGE_TEXTS.left : CHANGE_TEXTS.joined, label, text);
  }
  if (field.type === 'longText' && value !== null && [before, value].some(hasLines))
    return say(CHANGE_TEXTS.rewritten, label);
  const [old, now] = [before, value].map((each) => (each === null ? undefined : valueText(field, each, names, words)));
  if (now === undefined)
    return old === undefined ? say(CHANGE_TEXTS.emptied, label) : say(CHANGE_TEXTS.cleared, label, old);
  return old === undefined || old === now
    ? say(CHANGE_TEXTS.set, label, now)
    : say(CHANGE_TEXTS.replaced, label, old, now);
}

/** Tells whether a change of the register is worth a line: what only the product needs is not. */
export function isTold(kind: Kind, field: string): boolean {
  const [name = ''] = splitPath(field);
  return name === 'order' || name === 'deleted' || fieldNamed(kind, name)?.writer !== 'product';
}

function hasLines(value: Json): boolean {
  return typeof value === 'string' && value.trim().includes('\n');
}

function fieldNamed(kind: Kind, name: string): AnyField | undefined {
  const fields: Readonly<Record<string, AnyField>> = kind.letter === goalKind.letter ? goalKind.fields : kind.fields;
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Returns a value in words: people, goals and records by their names. */
function valueText(field: AnyField, value: Json, names: Names, words: FactWords): string {
  if (field.type === 'flag') return words.say(value === true ? CHANGE_TEXTS.yes : CHANGE_TEXTS.no);
  if (typeof value === 'object') {
    return Object.keys(value ?? {})
      .map((each) => memberText(field, each, names, words))
      .join(', ');
  }
  const text = fieldText(value);
  if (field.type === 'date') return words.day(text);
  return field.type === 'choice' ? choiceText(text, words) : memberText(field, text, names, words);
}

function memberText(field: AnyField, member: string, names: Names, words: FactWords): string {
  const { goals, records } = names;
  if (field.type === 'person' || field.of === 'p') return words.person(member);
  if (field.of === undefined) return words.clean(member);
  const record = records.get(member);
  const title = goals.get(member)?.goal.title ?? (record && recordLine(record, names));
  return title === undefined ? words.say(CHANGE_TEXTS.gone) : words.clean(title);
}

function choiceText(choice: string, { say, kind, clean }: FactWords): string {
  if ((GOAL_STATUSES as readonly string[]).includes(choice)) return say(FACT_TEXTS[choice as GoalStatus]);
  if ((GOAL_KINDS as readonly string[]).includes(choice)) return kind(choice as GoalKind);
  return clean(choiceWord(choice, say));
}
