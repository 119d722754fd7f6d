import type { Json } from '../../core/document/json';
import type { AnyField } from '../../core/model/field';
import type { Kind } from '../../core/model/kind';
import { askedFields } from '../../core/changes/recordActions';
import type { FieldContext } from '../../core/model/readFieldText';
import { readFieldValue } from '../terminal/readFieldValue';

type Options = Record<string, { type: 'string' | 'boolean' }>;
/** Option values as the argument parser returns them when the options are known only at run time. */
export type FlagValues = Readonly<Record<string, unknown>>;

/** Returns one option for each field, and two for a yes-or-no field. */
export function fieldFlags(kind: Kind): Options {
  const flags = askedFields(kind).map(([name, { type }]): Options =>
    type === 'flag'
      ? { [flagOf(name)]: { type: 'boolean' }, [`no-${flagOf(name)}`]: { type: 'boolean' } }
      : { [flagOf(name)]: { type: 'string' } },
  );
  return Object.assign({}, ...flags) as Options;
}

/**
 * Reads the fields that options set, by name; a field that is to be cleared is undefined.
 * @throws UsageError if a value does not fit.
 */
export async function readFlags(
  kind: Kind,
  values: FlagValues,
  context: FieldContext,
): Promise<Record<string, Json | undefined>> {
  const read: Record<string, Json | undefined> = {};
  for (const [name, field] of askedFields(kind)) {
    const flag = flagOf(name);
    const given = values[flag];
    if (field.type === 'flag' && (given === true || values[`no-${flag}`] === true)) read[name] = given === true;
    if (typeof given === 'string') read[name] = await readFieldValue(flag, field, given, context);
  }
  return read;
}

/** Returns the lines about a verb's options in its help. */
export function flagsHelp(kind: Kind): string {
  const flags = askedFields(kind).map(([name, field]) => [`--${flagOf(name)}${operand(field)}`, about(field)] as const);
  const width = Math.max(...flags.map(([flag]) => flag.length));
  return flags.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`.trimEnd()).join('\n');
}

/** Returns the option of a field without its dashes, e.g. `went-well` for `wentWell`. */
export function flagOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const OPERANDS: Readonly<Record<AnyField['type'], string>> = {
  text: ' TEXT',
  longText: ' TEXT',
  choice: ' WORD',
  person: ' PERSON',
  date: ' DAY',
  moment: ' DAY|TIME',
  number: ' NUMBER',
  flag: '',
  reference: ' ID',
  set: ' WORD,…',
  choiceEach: ' ID=WORD,…',
};

function operand({ type }: AnyField): string {
  return OPERANDS[type];
}

function about({ label, help, choices, required, preset }: AnyField): string {
  const parts = [label, help, choices?.join(', ') ?? ''].filter((part) => part !== '');
  const words = parts.map((part, index) => (index < parts.length - 1 ? part.replace(/\.?$/, '. ') : part)).join('');
  if (preset !== undefined) return `${words} (${preset} unless told otherwise)`;
  return required ? `${words} (needed)` : words;
}
