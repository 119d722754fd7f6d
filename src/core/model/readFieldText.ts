import type { Json } from '../document/json';
import { isObject } from '../document/json';
import type { AnyField } from './field';
import { collapseSpace } from '../text/safeText';
import type { Match, PersonChoice } from '../text/matchPerson';
import { matchPerson } from '../text/matchPerson';
import type { Today } from '../text/parseMoment';
import { parseMoment } from '../text/parseMoment';
import { parseDue } from '../text/parseDue';
import { parsePastDay } from '../text/parsePastDay';
import { numberText, readNumber } from '../text/readNumber';

export interface FieldContext extends Today {
  readonly people: () => Promise<readonly PersonChoice[]>;
  /** Finds the record for an id or part of one; `letter` names its kind. */
  readonly recordOf: (text: string, letter: string) => Promise<Match>;
}

/** Result of reading a text; `what` completes a sentence that begins with the name of the field: "must be …". */
export type FieldReading = { readonly value: Json | undefined } | { readonly problem: string; readonly what?: string };

/**
 * Reads the text for a field as people type it at a keyboard, in a form or after an option. `value` is undefined for `none` or
 * nothing, which clears the field.
 */
export async function readFieldText(field: AnyField, text: string, context: FieldContext): Promise<FieldReading> {
  return clearing(field, text) ?? accepted(field, text, await valueOf(field, text, context));
}

/** Does the same as `readFieldText`, for a field that names no person and no record. */
export function readPlainText(field: AnyField, text: string, today: Today): FieldReading {
  return clearing(field, text) ?? accepted(field, text, plainValue(field, text, today));
}

function clearing(field: AnyField, text: string): FieldReading | undefined {
  const isFree = field.type === 'text' || field.type === 'longText';
  if (text.trim() !== '' && (isFree || text.trim().toLowerCase() !== 'none')) return undefined;
  return field.required ? { problem: `${field.label} must not be empty.`, what: 'must not be empty' } : CLEARED;
}

const CLEARED: FieldReading = { value: undefined };

/** @param read a value that the field still has to accept, or a problem in words. */
function accepted(field: AnyField, text: string, read: Json): FieldReading {
  if (isObject(read) && typeof read['problem'] === 'string') return { problem: read['problem'] };
  if (field.is(read)) return { value: read };
  const found = isObject(read) && typeof read['what'] === 'string' ? read['what'] : undefined;
  const what = found ?? `must be ${field.expected}; it is "${collapseSpace(text).slice(0, 80)}"`;
  return { problem: `${field.label} ${what}.`, what };
}

async function valueOf(field: AnyField, text: string, context: FieldContext): Promise<Json> {
  switch (field.type) {
    case 'person':
      return idOf(matchPerson(text.trim().replace(/^[@＠]/, ''), await context.people()));
    case 'reference':
      return idOf(await context.recordOf(text.trim(), field.of ?? ''));
    case 'set':
      return setOf(field, text, context);
    case 'choiceEach':
      return choicesOf(field, text, context);
    case 'text':
    case 'longText':
    case 'choice':
    case 'date':
    case 'moment':
    case 'number':
    case 'flag':
      return plainValue(field, text, context);
  }
}

function plainValue(field: AnyField, text: string, at: Today): Json {
  switch (field.type) {
    case 'choice':
      return choiceOf(field, text);
    case 'date':
      return (field.looksBack ? parsePastDay : parseDue)(text.trim(), at.today) ?? text;
    case 'moment':
      return parseMoment(text, at) ?? text;
    case 'number':
      return numberOf(text);
    case 'flag':
      return /^(true|yes|y|1)$/i.test(text.trim()) || (/^(false|no|n|0)$/i.test(text.trim()) ? false : text);
    case 'longText':
      return text;
    case 'text':
    case 'person':
    case 'reference':
    case 'set':
    case 'choiceEach':
      return collapseSpace(text);
  }
}

function choiceOf({ choices = [] }: AnyField, text: string): string {
  return choices.find((choice) => plain(choice) === plain(text)) ?? text;
}

function numberOf(text: string): Json {
  const read = readNumber(text.trim().replace(/^p/i, ''));
  if (read === undefined) return text;
  if ('value' in read) return read.value;
  const [grouped, decimal] = read.either;
  return { what: `may mean ${grouped} or ${decimal}; write which (it is "${collapseSpace(text)}")` };
}

async function setOf({ of }: AnyField, text: string, context: FieldContext): Promise<Json> {
  const members: [string, true][] = [];
  for (const word of text.split(/[,，、]/).map(collapseSpace)) {
    if (word === '') continue;
    const member = of === undefined ? word : await memberOf(word, of, context);
    if (typeof member !== 'string') return member;
    members.push([member, true]);
  }
  return Object.fromEntries(members);
}

/** Reads `g-4kq7w2m9xd=accepted, g-8t1v5n0zqe=parked`. */
async function choicesOf(field: AnyField, text: string, context: FieldContext): Promise<Json> {
  const members: [string, string][] = [];
  for (const pair of text.split(/[,，、]/).map(collapseSpace)) {
    if (pair === '') continue;
    const at = pair.lastIndexOf('=');
    if (at < 1) return { problem: `${field.label} takes ID=WORD, …; it is "${pair.slice(0, 80)}".` };
    const member = await memberOf(pair.slice(0, at).trim(), field.of ?? '', context);
    if (typeof member !== 'string') return member;
    members.push([member, choiceOf(field, pair.slice(at + 1).trim())]);
  }
  return Object.fromEntries(members);
}

async function memberOf(word: string, of: string, context: FieldContext): Promise<Json> {
  return idOf(
    of === 'p' ? matchPerson(word.replace(/^[@＠]/, ''), await context.people()) : await context.recordOf(word, of),
  );
}

function idOf(match: Match): Json {
  return 'problem' in match ? { problem: match.problem } : match.id;
}

/** Folds a word for comparison: `key-result` and `keyresult` are the `keyResult` of the file. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

/** Returns a value as `readFieldText` takes it: the text that a form begins with when somebody edits. */
export function fieldText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') {
    const members = Object.entries(value).map(([name, said]) => (said === true ? name : `${name}=${String(said)}`));
    return members.sort().join(', ');
  }
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
