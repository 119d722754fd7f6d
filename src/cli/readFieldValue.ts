import type { Json } from '../core/document/json';
import type { AnyField } from '../core/model/field';
import type { goalKind } from '../core/model/goal';
import { collapseSpace } from '../core/text/collapseSpace';
import type { PersonChoice } from '../core/text/matchPerson';
import { matchPerson } from '../core/text/matchPerson';
import { parseDue } from '../core/text/parseDue';
import { UsageError } from './failure';

export interface FieldContext {
  /** ISO day. */
  readonly today: string;
  readonly people: () => Promise<readonly PersonChoice[]>;
  /** The goal that an id stands for. @throws UsageError or Failure */
  readonly idOf: (text: string) => Promise<string>;
}

/**
 * What an option says for a field, as its type is typed at a keyboard; undefined for `none` or nothing, which clears it.
 * @throws UsageError if it says nothing that the field can hold.
 */
export async function readFieldValue(
  name: string,
  field: AnyField | (typeof goalKind.fields)[keyof typeof goalKind.fields],
  text: string,
  context: FieldContext,
): Promise<Json | undefined> {
  const isFree = field.type === 'text' || field.type === 'longText';
  if (text.trim() === '' || (!isFree && text.toLowerCase() === 'none')) {
    if (field.required) throw new UsageError(`--${name} must not be empty.`);
    return undefined;
  }
  const value = await valueOf(field.type, field.choices, text, context);
  if (!field.is(value)) throw new UsageError(`--${name} must be ${field.expected}; it is "${text}".`);
  return value;
}

async function valueOf(
  type: AnyField['type'],
  choices: readonly string[] | undefined,
  text: string,
  context: FieldContext,
): Promise<Json> {
  switch (type) {
    case 'text':
      return collapseSpace(text);
    case 'longText':
      return text;
    case 'choice':
      return choices?.find((choice) => plain(choice) === plain(text)) ?? text;
    case 'person':
      return personOf(text, context);
    case 'date':
      return parseDue(text, context.today) ?? text;
    case 'number':
      return Number(text.replace(/^p/i, ''));
    case 'reference':
      return context.idOf(text);
    case 'flag':
      return text === 'true';
    case 'set':
      return { [text]: true };
  }
}

/** `key-result` and `keyresult` are the `keyResult` of the file. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

async function personOf(text: string, context: FieldContext): Promise<string> {
  const match = matchPerson(text.replace(/^@/, ''), await context.people());
  if ('problem' in match) throw new UsageError(match.problem);
  return match.id;
}
