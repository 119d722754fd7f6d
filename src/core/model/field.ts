import { isIsoDate } from '../text/isoDate';
import { isMoment } from '../text/moment';

/**
 * One field of a record kind, declared once. Forms, quick inputs, command-line flags, JSON Schema and reading all come from it.
 * @typeParam T the value as read
 * @typeParam D the value of a record without the field
 */
export interface Field<T, D extends T | undefined = undefined> {
  readonly type: FieldType;
  /** Name for people, in English; a key of the l10n bundle. */
  readonly label: string;
  readonly help: string;
  /** Tells whether a value read from a file can be used. Keep it plain: each start reads tens of thousands of values from a file. */
  is(value: unknown): boolean;
  /** The same check as JSON Schema, for people who edit by hand. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Description of a valid value, to complete the sentence `"due" must be …`. */
  readonly expected: string;
  readonly initial: D;
  readonly required: boolean;
  readonly writer: Writer;
  /** True if people sign it as part of the terms, so that a change of it makes signatures lapse. */
  readonly terms: boolean;
  /** Value that a form begins with. */
  readonly preset?: Preset;
  /** True for a `date` in the past. */
  readonly looksBack?: boolean;
  /** For the last day of a period, the name of the field with its first one. */
  readonly notBefore?: string;
  /** Valid values of a `choice`, or of each member of a `choiceEach`. */
  readonly choices?: readonly string[];
  /** Letters of the kinds that the ids of a `reference`, `set` or `choiceEach` name; undefined for plain words. */
  readonly of?: string;
}

export type FieldType =
  | 'text'
  | 'longText'
  | 'choice'
  | 'person'
  | 'date'
  | 'moment'
  | 'number'
  | 'flag'
  | 'reference'
  | 'set'
  | 'choiceEach';

/**
 * Writers of a field. author: the person whose record it is, or anybody who may edit the file if a kind names nobody; answer:
 * also others, once the record exists, so a form for a new one does not ask for it; product: the product, so no form asks;
 * elsewhere: the author of a new record, but the rule of the kind writes it into another record, so none is read from this one.
 */
export type Writer = 'author' | 'answer' | 'product' | 'elsewhere';

/** The person at the keyboard, or the present day. */
export type Preset = 'me' | 'today';

interface Words {
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly writer?: Writer;
  readonly terms?: boolean;
  readonly preset?: Preset;
}

const MAX_TEXT = 1000;
const MAX_LONG_TEXT = 100_000;
const MAX_ADDRESS = 320;
/** Largest number: beyond it, neighbouring whole numbers are the same double. */
const MAX_NUMBER = Number.MAX_SAFE_INTEGER;

type Check = Pick<Field<unknown>, 'expected' | 'schema' | 'is'>;

function plain<T>(type: FieldType, check: Check, words: Words): Field<T> {
  const { label, help = '', required = false, writer = 'author', terms = false, preset } = words;
  const begins = preset === undefined ? {} : { preset };
  return { type, ...check, label, help, required, writer, terms, ...begins, initial: undefined };
}

function textCheck(expected: string, minLength: number, maxLength: number): Check {
  return {
    expected,
    schema: { type: 'string', minLength, maxLength },
    is: (value) => typeof value === 'string' && value.length >= minLength && value.length <= maxLength,
  };
}

/** Declares one line of text. */
export function text(words: Words): Field<string> {
  return plain('text', textCheck(`text of at most ${MAX_TEXT} characters`, 0, MAX_TEXT), words);
}

/** Declares Markdown of any number of lines. */
export function longText(words: Words): Field<string> {
  return plain('longText', textCheck(`text of at most ${MAX_LONG_TEXT} characters`, 0, MAX_LONG_TEXT), words);
}

/** Declares a person: a lower-cased e-mail address as git has it, or the id of a `person` record. */
export function person(words: Words): Field<string> {
  return plain('person', textCheck('an e-mail address or the id of a person', 1, MAX_ADDRESS), words);
}

/**
 * Declares a calendar day, `YYYY-MM-DD`.
 * @param words `looksBack`: a day typed without its year is the last such day, not the next; `notBefore`: the field with the first day
 *   of the period that this day ends
 */
export function date(words: Words & { readonly looksBack?: boolean; readonly notBefore?: string }): Field<string> {
  const expected = 'a day such as 2026-12-04';
  const is = (value: unknown): boolean => typeof value === 'string' && isIsoDate(value);
  const { looksBack = false, notBefore } = words;
  const period = notBefore === undefined ? {} : { notBefore };
  const schema = { type: 'string', format: 'date' };
  return { ...plain<string>('date', { expected, schema, is }, words), looksBack, ...period };
}

/** Declares a day, `YYYY-MM-DD`, or a time in UTC, `YYYY-MM-DDTHH:MM:SSZ`; a day typed without its year is the last such day. */
export function moment(words: Words): Field<string> {
  const expected = 'a day such as 2026-12-04 or a time such as 2026-12-04T09:30:00Z';
  const is = (value: unknown): boolean => typeof value === 'string' && isMoment(value);
  const schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z)?$' };
  return { ...plain<string>('moment', { expected, schema, is }, words), looksBack: true };
}

export function number(words: Words & { readonly min?: number; readonly max?: number }): Field<number> {
  const { min = -MAX_NUMBER, max = MAX_NUMBER } = words;
  const is = (value: unknown): boolean => typeof value === 'number' && value >= min && value <= max;
  const isBounded = words.min !== undefined || words.max !== undefined;
  const expected = isBounded ? `a number from ${min} to ${max}` : 'a number';
  const schema = { type: 'number', ...(isBounded ? { minimum: min, maximum: max } : {}) };
  return plain('number', { expected, schema, is }, words);
}

export function flag(words: Words): Field<boolean, false> {
  const is = (value: unknown): boolean => typeof value === 'boolean';
  return { ...plain('flag', { expected: 'true or false', schema: { type: 'boolean' }, is }, words), initial: false };
}

/** @param initial value that a record without the field has. */
export function choice<const C extends readonly string[]>(
  choices: C,
  initial: C[number],
  words: Words,
): Field<C[number], C[number]> {
  return { ...choiceOrNone(choices, words), initial };
}

/** Declares a choice that may be left open. */
export function choiceOrNone<const C extends readonly string[]>(choices: C, words: Words): Field<C[number]> {
  const is = (value: unknown): boolean => typeof value === 'string' && choices.includes(value);
  const check = { expected: `one of ${choices.join(', ')}`, schema: { type: 'string', enum: choices }, is };
  return { ...plain<C[number]>('choice', check, words), choices };
}

/** Declares the id of one record of the kind with that letter, or of one of several kinds. */
export function reference(of: string, words: Words): Field<string> {
  const form = new RegExp(`^${of.length === 1 ? of : `[${of}]`}-[0-9a-hjkmnp-tv-z]{10}$`);
  const is = (value: unknown): boolean => typeof value === 'string' && form.test(value);
  const schema = { type: 'string', pattern: form.source };
  return { ...plain('reference', { expected: `an id such as ${of.charAt(0)}-4kq7w2m9xd`, schema, is }, words), of };
}

/** Declares a set, kept as a map of `true`, so that when two people each add a member, both additions stay. */
export function set(of: string | undefined, words: Words): Field<Readonly<Record<string, true>>> {
  const is = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => each === true);
  const schema = { type: 'object', additionalProperties: { const: true } };
  const check = { expected: 'an object whose members are all true', schema, is };
  return { ...plain('set', check, words), ...(of === undefined ? {} : { of }) };
}

/** Declares a choice for each of several records, kept as a map, so that when two people each choose for one, both choices stay. */
export function choiceEach<const C extends readonly string[]>(
  of: string,
  choices: C,
  words: Words,
): Field<Readonly<Record<string, C[number]>>> {
  const is = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => choices.includes(each as string));
  const schema = { type: 'object', additionalProperties: { type: 'string', enum: choices } };
  const expected = `an object whose members are ${choices.join(', ')}`;
  return { ...plain<Readonly<Record<string, C[number]>>>('choiceEach', { expected, schema, is }, words), of, choices };
}

/** Declares the mark of a deleted record; every kind has it. */
export function deletion(): Field<boolean, false> {
  return flag({ label: 'Deleted', writer: 'product' });
}

/** A field of any type, for code that treats all kinds alike. */
export type AnyField = Field<unknown, unknown>;

/** The fields of a kind by name; each kind can mark its records as deleted. */
export interface Fields {
  readonly [name: string]: AnyField;
  readonly deleted: Field<boolean, false>;
}

/** Values that a record with those fields reads as. */
export type FieldValues<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer D> ? (D extends undefined ? T | undefined : T) : never;
};
