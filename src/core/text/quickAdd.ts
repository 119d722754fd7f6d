import { halfWidth } from './foldText';
import { shortDate } from './isoDate';
import { type GoalChoice, matchGoal } from './matchGoal';
import { type Match, matchPerson, type PersonChoice } from './matchPerson';
import { parseDue } from './parseDue';
import { quickWords, unescapeWord } from './quickWords';
import type { Repetition } from './repetitions';
import { repetitionNamed } from './repetitions';
import { oneLine, collapseSpace } from './safeText';

export interface QuickAddContext {
  /** The person's local date, ISO. */
  readonly today: string;
  readonly people: readonly PersonChoice[];
  readonly goals: readonly GoalChoice[];
}

export type Priority = 1 | 2 | 3;

/** Fields of a goal that a quick-add line gives. */
export interface QuickAddFields {
  /** One line, NFC; may be empty. */
  readonly title: string;
  /** ISO date. */
  readonly due?: string;
  /** Id of a person. */
  readonly owner?: string;
  /** Id of a goal. */
  readonly parent?: string;
  readonly priority?: Priority;
  /** Interval after which the goal begins anew. */
  readonly repeat?: Repetition;
  /** Tags in the order typed, without `#`, each once. */
  readonly tags: readonly string[];
}

/** Fields that a line of an outline gives, with what could not be read of it. */
export interface ReadLine extends QuickAddFields {
  readonly problems: readonly string[];
}

export type QuickTokenKind = 'due' | 'owner' | 'tag' | 'parent' | 'priority' | 'repeat';

export interface QuickToken {
  /** Text as typed, with its sign; `start` and `end` are UTF-16 offsets into the line. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: QuickTokenKind;
  /** Meaning for people: a date, a name, a goal's title, a repetition; the typed text if `ok` is false. Not escaped for any screen. */
  readonly meaning: string;
  readonly ok: boolean;
  /** One English sentence, only if `ok` is false; the token's text then stays in the title. */
  readonly problem?: string;
}

/** The problems are those of the tokens, in order. */
export interface QuickAdd extends ReadLine {
  readonly tokens: readonly QuickToken[];
}

/** Meaning of one word; undefined for a word of the title. */
type Reading =
  | { readonly kind: QuickTokenKind; readonly fields: Partial<QuickAddFields>; readonly meaning: string }
  | { readonly kind: QuickTokenKind; readonly problem: string };

/** Most tokens in a line; all later words are title, because each token may cost a look at every goal. */
const MAX_TOKENS = 200;

const NAMES: Readonly<Record<QuickTokenKind, string>> = {
  due: 'due date',
  owner: 'owner',
  tag: 'tag',
  parent: 'parent',
  priority: 'priority',
  repeat: 'repetition',
};

/**
 * Reads `Fix login test !fri @bo #skill ^ci-time !p1 *weekly`. Signs count only at the start of a word; `\#skill`, words in
 * quotes, and words that look like no token at all (`#12`, `C#`, `!=`, `*.ts`) belong to the title. A token that cannot be
 * resolved is reported and stays in the title, so that nothing typed is lost. Signs and values may be full-width, as an input method
 * types them.
 */
export function parseQuickAdd(text: string, context: QuickAddContext): QuickAdd {
  let fields: Partial<QuickAddFields> = {};
  const tags = new Set<string>();
  const title: string[] = [];
  const tokens: QuickToken[] = [];
  for (const word of quickWords(text, true)) {
    const literal = word.quoted ? word.text : unescapeWord(word.text);
    const read = literal === undefined && tokens.length < MAX_TOKENS ? readWord(word.text, context) : undefined;
    if (!read) {
      title.push(literal ?? word.text);
      continue;
    }
    const reading = once(read, fields);
    const place = { text: word.text, start: word.start, end: word.end, kind: reading.kind };
    if ('problem' in reading) {
      title.push(word.text);
      tokens.push({ ...place, meaning: word.text, ok: false, problem: reading.problem });
    } else {
      for (const tag of reading.fields.tags ?? []) tags.add(tag);
      fields = { ...fields, ...reading.fields };
      tokens.push({ ...place, meaning: reading.meaning, ok: true });
    }
  }
  const problems = tokens.flatMap(({ problem }) => problem ?? []);
  return { ...fields, title: collapseSpace(title.join(' ')), tags: [...tags], tokens, problems };
}

/** Reports a repeated token: a goal has one of everything but tags, and the first one counts. */
function once(reading: Reading, fields: Partial<QuickAddFields>): Reading {
  const { kind } = reading;
  if (kind === 'tag' || fields[kind] === undefined) return reading;
  return { kind, problem: `There is already one ${NAMES[kind]}.` };
}

function readWord(typed: string, context: QuickAddContext): Reading | undefined {
  const word = halfWidth(typed);
  const value = word.slice(1);
  if (value === '') return undefined;
  switch (word.charAt(0)) {
    case '!':
      return readMark(value, context.today);
    case '#':
      return readTag(value);
    case '@':
      return readMatch('owner', matchPerson(unquote(value), context.people));
    case '^':
      // A smiley such as ^_^ names nothing.
      return /[\p{L}\p{N}]/u.test(value) ? readMatch('parent', matchGoal(unquote(value), context.goals)) : undefined;
    case '*':
      return readRepetition(value);
    default:
      return undefined;
  }
}

function readRepetition(value: string): Reading | undefined {
  const repeat = repetitionNamed(value);
  return repeat && { kind: 'repeat', fields: { repeat }, meaning: repeat };
}

function unquote(value: string): string {
  return value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}

function readMark(value: string, today: string): Reading | undefined {
  if (/^p[1-3]$/i.test(value)) {
    const priority = Number(value[1]) as Priority;
    return { kind: 'priority', fields: { priority }, meaning: `P${priority}` };
  }
  if (/^p\d+$/i.test(value)) return { kind: 'priority', problem: 'A priority is !p1, !p2 or !p3.' };
  const due = parseDue(value, today);
  if (due !== undefined) return { kind: 'due', fields: { due }, meaning: shortDate(due, today) };
  // Signs alone, as in `!=` or `!!`, mean no day.
  return /[\p{L}\p{N}]/u.test(value) ? { kind: 'due', problem: `${oneLine(value, 40)} is no date.` } : undefined;
}

function readTag(value: string): Reading | undefined {
  const tag = value.normalize('NFC').toLowerCase().normalize('NFC');
  return isTag(tag) ? { kind: 'tag', fields: { tags: [tag] }, meaning: `#${tag}` } : undefined;
}

function readMatch(kind: 'owner' | 'parent', match: Match): Reading {
  if ('problem' in match) return { kind, problem: match.problem };
  return { kind, fields: kind === 'owner' ? { owner: match.id } : { parent: match.id }, meaning: match.label };
}

/**
 * Tells whether the grammar allows this tag: lower-case letters, digits, `-`, `_`, `/`, led by a letter or digit, with at least
 * one letter (`#12` is an issue). Full-width letters are typed by an input method and meant as the usual ones.
 */
export function isTag(tag: string): boolean {
  const lower = tag.toLowerCase().normalize('NFC');
  return tag === halfWidth(lower) && /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_/-]*$/u.test(tag) && /\p{L}/u.test(tag);
}

export interface QuickAddPart {
  readonly kind: 'title' | QuickTokenKind;
  /** The title, or the meaning of a token. Not escaped for any screen. */
  readonly text: string;
}

/**
 * Returns the preview of a line in the order in which it is shown; the caller words and joins it
 * (`Fix login test · due Fri 27 Nov · Bo · #skill · under “Cut CI time”`). Problems are not among the parts.
 */
export function describeQuickAdd({ title, tokens }: QuickAdd): QuickAddPart[] {
  const order: readonly QuickTokenKind[] = ['due', 'repeat', 'owner', 'tag', 'parent', 'priority'];
  const parts = order.flatMap((kind) =>
    tokens.filter((token) => token.ok && token.kind === kind).map(({ meaning }) => ({ kind, text: meaning })),
  );
  // A tag may be typed twice.
  const distinct = [...new Map(parts.map((part) => [`${part.kind} ${part.text}`, part])).values()];
  return title === '' ? distinct : [{ kind: 'title', text: title }, ...distinct];
}
