import * as z from 'zod/mini';

/**
 * One field of a record kind, declared once. Forms, quick inputs, command-line flags, JSON Schema and reading
 * all come from it.
 * @typeParam T the value as read
 * @typeParam D what a record without the field reads as
 */
export interface Field<T, D extends T | undefined = undefined> {
  readonly type: FieldType;
  /** Shown to people, English; a key of the l10n bundle. */
  readonly label: string;
  readonly help: string;
  readonly schema: z.ZodMiniType<T>;
  /** What must stand there, to complete the sentence `"due" must be …`. */
  readonly expected: string;
  readonly initial: D;
  readonly required: boolean;
  /** For `choice`: what may stand there. */
  readonly choices?: readonly string[];
  /** For `reference` and `set`: letter of the kind that the ids name; undefined for plain words. */
  readonly of?: string;
}

export type FieldType = 'text' | 'longText' | 'choice' | 'person' | 'date' | 'number' | 'flag' | 'reference' | 'set';

interface Words {
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
}

const MAX_TEXT = 1000;
const MAX_LONG_TEXT = 100_000;

function plain<T>(type: FieldType, expected: string, schema: z.ZodMiniType<T>, words: Words): Field<T> {
  const { label, help = '', required = false } = words;
  return { type, expected, schema, label, help, required, initial: undefined };
}

/** One line of text. */
export function text(words: Words): Field<string> {
  return plain('text', `text of at most ${MAX_TEXT} characters`, z.string().check(z.maxLength(MAX_TEXT)), words);
}

/** Markdown of any number of lines. */
export function longText(words: Words): Field<string> {
  const schema = z.string().check(z.maxLength(MAX_LONG_TEXT));
  return plain('longText', `text of at most ${MAX_LONG_TEXT} characters`, schema, words);
}

/** A lower-cased e-mail address as git has it, or the id of a `person` record. */
export function person(words: Words): Field<string> {
  const schema = z.string().check(z.minLength(1), z.maxLength(320));
  return plain('person', 'an e-mail address or the id of a person', schema, words);
}

/** A calendar day, `YYYY-MM-DD`. */
export function date(words: Words): Field<string> {
  return plain('date', 'a day such as 2026-12-04', z.iso.date(), words);
}

export function number(words: Words & { readonly min: number; readonly max: number }): Field<number> {
  const schema = z.number().check(z.minimum(words.min), z.maximum(words.max));
  return plain('number', `a number from ${words.min} to ${words.max}`, schema, words);
}

export function flag(words: Words): Field<boolean, false> {
  return { ...plain('flag', 'true or false', z.boolean(), words), initial: false };
}

export function choice<const C extends readonly string[]>(
  choices: C,
  initial: C[number],
  words: Words,
): Field<C[number], C[number]> {
  return { ...plain('choice', `one of ${choices.join(', ')}`, z.enum(choices), words), choices, initial };
}

/** The id of one record of the kind with that letter. */
export function reference(of: string, words: Words): Field<string> {
  const form = new RegExp(`^${of}-[0-9a-hjkmnp-tv-z]{10}$`);
  return { ...plain('reference', `an id such as ${of}-4kq7w2m9xd`, z.string().check(z.regex(form)), words), of };
}

/** A map of `true`, so that two people who each add one both win. */
export function set(of: string | undefined, words: Words): Field<Readonly<Record<string, true>>> {
  const schema = z.record(z.string(), z.literal(true));
  return {
    ...plain('set', 'an object whose members are all true', schema, words),
    ...(of === undefined ? {} : { of }),
  };
}

/** A field of any type, for code that treats all kinds alike. */
export type AnyField = Field<unknown, unknown>;
export type Fields = Readonly<Record<string, AnyField>>;

/** What a record of those fields reads as. */
export type FieldValues<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer D> ? (D extends undefined ? T | undefined : T) : never;
};
