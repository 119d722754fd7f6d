import type { Json, JsonObject } from '../../../src/core/document/json';
import { BASE32 } from '../../../src/core/document/recordId';
import { formatStamp } from '../../../src/core/document/stamp';
import type { AnyField } from '../../../src/core/model/field';
import type { Kind } from '../../../src/core/model/kind';
import { goalKind } from '../../../src/core/model/goal';
import { KINDS } from '../../../src/core/model/kinds';
import { termsId } from '../../../src/core/pacts/pactTerms';

/** The person at the keyboard, and the moment at which hostile documents are read. */
export const ME = 'ana@example.com';
export const NOW = Date.UTC(2026, 10, 20, 12);
/** A commit that link records name. */
export const COMMIT = 'c0ffee'.repeat(6).padEnd(40, '0');

export type Records = Readonly<Record<string, Json>>;

/** The id of the record with that number. */
export function idOf(letter: string, number: number): string {
  let [rest, digits] = [number, ''];
  for (let place = 0; place < 10; place += 1) {
    digits = `${BASE32.charAt(rest % 32)}${digits}`;
    rest = Math.floor(rest / 32);
  }
  return `${letter}-${digits}`;
}

export function stampOf(number: number, replica = 'aaaa'): string {
  const millis = Date.UTC(2026, 10, 1) + number * 1000;
  return formatStamp({ millis, counter: number % 10_000, replica });
}

function recordsOf(count: number, record: (number: number) => readonly [string, Json]): Records {
  return Object.fromEntries(Array.from({ length: count }, (_, number) => record(number)));
}

/** Values whose members do not stand in order, so many levels deep. */
export function nested(depth: number): Json {
  let value: Json = { z: 1, a: 1 };
  for (let level = 0; level < depth; level += 1) value = { a: value, b1: 1 };
  return value;
}

function goal(number: number, more: JsonObject = {}): JsonObject {
  return { title: `Do ${number}`, kind: 'micro', status: 'open', owner: ME, created: stampOf(number), ...more };
}

const GOAL_KINDS = ['objective', 'keyResult', 'pact', 'commitment', 'micro', 'micro'] as const;
const STATUSES = ['open', 'open', 'open', 'done', 'proposed', 'missed'] as const;
const CYCLE = idOf('q', 1);

/** A goal that gives every rule something to do; what it has from above it does not say itself. */
function busyGoal(number: number, parent: string | undefined): JsonObject {
  const kind = GOAL_KINDS[number % GOAL_KINDS.length] ?? 'micro';
  return goal(number, {
    kind,
    status: STATUSES[number % STATUSES.length] ?? 'open',
    owner: number % 3 === 0 ? `p${number}@example.com` : ME,
    cadence: 'daily',
    mentor: ME,
    learned: `More tests help ${number}`,
    start: 1,
    target: 5,
    helpers: { [`h${number}@example.com`]: true },
    ...(number % 7 === 6 ? { due: '2026-11-18' } : {}),
    ...(number % 2 === 0 ? { serves: idOf('h', number % 6) } : {}),
    ...(parent === undefined ? { cycle: CYCLE, ambition: 'aspirational', tags: { growth: true } } : { parent }),
  });
}

/** What goals name: a cycle, a charter. */
const AROUND: Records = {
  [CYCLE]: { title: 'Now', from: '2026-10-01', to: '2026-12-31', created: stampOf(0) },
  ...recordsOf(6, (number) => [idOf('h', number), { type: 'priority', title: `Why ${number}`, created: stampOf(0) }]),
};

/** A value that a field may hold, another one for another number. */
function valueOf(name: string, { type, of, choices = [] }: AnyField, number: number, below: string): Json {
  switch (type) {
    case 'choice':
      return choices[number % choices.length] ?? '';
    case 'date':
      return `2026-11-${String(1 + (number % 7)).padStart(2, '0')}`;
    case 'moment':
      return `2026-11-${String(1 + (number % 7)).padStart(2, '0')}T08:00:00Z`;
    case 'number':
      return 1 + (number % 5);
    case 'flag':
      return false;
    case 'set':
      return { [of === undefined || of === 'p' ? `s${number}@example.com` : idOf(of, number)]: true };
    case 'choiceEach':
      return { [idOf(of ?? 'g', number)]: choices[number % choices.length] ?? '' };
    case 'reference':
      return of === undefined || of.startsWith('g') ? below : idOf(of, number);
    case 'person':
      return number % 4 === 0 ? ME : `p${number}@example.com`;
    case 'text':
    case 'longText':
      return name === 'commit' ? String(number).padStart(40, '0') : `${name} ${number}`;
  }
}

/** A record of a kind with all its fields. */
function recordOf(kind: Kind, number: number, below: string): JsonObject {
  const fields = Object.entries(kind.fields).filter(([name]) => name !== 'deleted');
  const values = fields.map(([name, field]): [string, Json] => [name, valueOf(name, field, number, below)]);
  return { ...Object.fromEntries(values), ...(kind.where as JsonObject | undefined), created: stampOf(number) };
}

const RECORD_KINDS = KINDS.filter(({ letter }) => letter !== goalKind.letter);

/** As many records of every kind, below the goal with that number. */
function recordsOfKinds(count: number, below: (number: number) => string): Records {
  return Object.assign(
    {},
    ...RECORD_KINDS.map((kind, index) =>
      recordsOf(count, (number) => [idOf(kind.letter, number * 64 + index), recordOf(kind, number, below(number))]),
    ),
  ) as Records;
}

function relation(number: number, more: JsonObject): readonly [string, JsonObject] {
  return [idOf('e', number), { goal: idOf('g', number), by: ME, created: stampOf(number), ...more }];
}

/** Said after any commit was made. */
const REOPENED = { edits: { status: stampOf(1_700_000) } };
const TERMS = `1:sha256-${'0123456789abcdef'.repeat(4)}`;

/** Documents that are hostile in one way each, of a size: the work on one of twice the size may be little more than twice the work. */
export const HOSTILE: Readonly<Record<string, (size: number) => Records>> = {
  'one deep value': (size) => ({ [idOf('g', 1)]: goal(1, { x: nested(Math.min(size, 26)) }) }),
  'many deep values': (size) => recordsOf(size, (number) => [idOf('g', number), goal(number, { x: nested(6) })]),
  'one record with many members': (size) => ({
    [idOf('g', 1)]: goal(1, {
      x: recordsOf(size, (number) => [`k${(number * 7919) % 65_536}`, number]),
      tags: recordsOf(size, (number) => [`t${number}`, true]),
      edits: recordsOf(size, (number) => [`tags/t${number}`, stampOf(number)]),
    }),
  }),
  'a long key above many short ones': (size) => ({
    [idOf('g', 1)]: goal(1, { x: { ['k'.repeat(size * 10)]: recordsOf(size, (number) => [`a${number}`, number]) } }),
    [idOf('g', 2)]: goal(2),
    [idOf('g', 3)]: goal(3, { x: { ['k'.repeat(size * 10)]: recordsOf(size, (number) => [`a${number}`, number]) } }),
  }),
  'keys like the indices of arrays': (size) => ({
    [idOf('g', 1)]: goal(1, { x: recordsOf(size, (number) => [String(number), { b: 1, a: [number] }]) }),
  }),
  'many goals': (size) => recordsOf(size, (number) => [idOf('g', number), busyGoal(number, undefined)]),
  'one long text': (size) => ({
    [idOf('g', 1)]: goal(1, {
      notes: '[a](b) \\u202e\u202e **x** `c` https://example.com/a @ana #t   \n'.repeat(size),
      why: ' '.repeat(size * 40),
      learned: '- a\n  - b '.repeat(size),
    }),
  }),
  'a chain of parents': (size) => ({
    ...AROUND,
    ...recordsOf(size, (number) => [
      idOf('g', number),
      busyGoal(number, number === 0 ? undefined : idOf('g', number - 1)),
    ]),
  }),
  'a chain in which every goal is an objective that serves the charter': (size) => ({
    ...AROUND,
    ...recordsOf(size, (number) => [
      idOf('g', number),
      { ...busyGoal(number, idOf('g', number + 1)), kind: 'objective', serves: idOf('h', 1), status: 'open' },
    ]),
  }),
  'a chain of pacts with a commitment each': (size) =>
    recordsOf(size, (number) => [
      idOf('g', number),
      { ...busyGoal(number, idOf('g', Math.max(0, number - 2))), kind: number % 2 === 0 ? 'pact' : 'commitment' },
    ]),
  'a star': (size) => ({
    ...AROUND,
    ...recordsOf(size, (number) => [idOf('g', number), busyGoal(number, number === 0 ? undefined : idOf('g', 0))]),
  }),
  'key results of one objective': (size) => ({
    ...AROUND,
    ...recordsOf(size, (number) => [
      idOf('g', number),
      number === 0
        ? { ...busyGoal(0, undefined), kind: 'objective' }
        : { ...busyGoal(number, idOf('g', 0)), kind: 'keyResult' },
    ]),
  }),
  'one circle of parents': (size) =>
    recordsOf(size, (number) => [idOf('g', number), busyGoal(number, idOf('g', (number + 1) % size))]),
  'many circles of parents': (size) =>
    recordsOf(size, (number) => [idOf('g', number), busyGoal(number, idOf('g', number ^ 1))]),
  'goals of one person in one week': (size) =>
    recordsOf(size, (number) => [idOf('g', number), goal(number, { due: '2026-11-18' })]),
  'records of every kind at one goal': (size) => ({
    [idOf('g', 0)]: busyGoal(0, undefined),
    ...recordsOfKinds(Math.ceil(size / 7), () => idOf('g', 0)),
  }),
  'a record of every kind at each goal': (size) => ({
    ...recordsOf(Math.ceil(size / 7), (number) => [idOf('g', number), busyGoal(number, undefined)]),
    ...recordsOfKinds(Math.ceil(size / 7), (number) => idOf('g', number)),
  }),
  'parties that signed one pact': (size) => ({
    [idOf('g', size)]: goal(size, { kind: 'pact', status: 'proposed', terms: TERMS }),
    ...recordsOf(size, (number) => [
      idOf('g', number),
      goal(number, { kind: 'commitment', parent: idOf('g', size), owner: `p${number}@example.com` }),
    ]),
    ...recordsOf(size, (number) => [
      idOf('s', number),
      { goal: idOf('g', size), by: `p${number}@example.com`, terms: TERMS, created: stampOf(number) },
    ]),
  }),
  'pacts that name the same long terms': (size) => ({
    [termsId(TERMS) ?? '']: { hash: TERMS, text: 'x'.repeat(size * 20), created: stampOf(0) },
    ...recordsOf(size, (number) => [idOf('g', number), goal(number, { kind: 'pact', terms: TERMS })]),
  }),
  'links of one commit to many goals': (size) => ({
    ...recordsOf(size, (number) => [idOf('g', number), goal(number, REOPENED)]),
    ...recordsOf(size, (number) => [
      idOf('l', number),
      { goal: idOf('g', number), commit: COMMIT, created: stampOf(number) },
    ]),
  }),
  'links of one commit to one goal': (size) => ({
    [idOf('g', 0)]: goal(0),
    ...recordsOf(size, (number) => [
      idOf('l', number),
      { goal: idOf('g', 0), commit: COMMIT, created: stampOf(number) },
    ]),
  }),
  'links of one commit along a chain': (size) => ({
    ...recordsOf(size, (number) => [idOf('g', number), goal(number, { ...REOPENED, parent: idOf('g', number + 1) })]),
    ...recordsOf(size, (number) => [
      idOf('l', number),
      { goal: idOf('g', number), commit: COMMIT, created: stampOf(number) },
    ]),
  }),
  'a problem in every record': (size) => ({
    ...recordsOf(size, (number) => [
      idOf('g', number),
      goal(number, {
        due: 'no day',
        parent: idOf('g', number + size),
        edits: { title: '99991231T000000000Z-0000-zzzz' },
      }),
    ]),
    ...recordsOf(size, (number) => [idOf('z', number), number]),
  }),
  'many problems in one record': (size) => ({
    [idOf('g', 1)]: goal(1, { edits: recordsOf(size, (number) => [`x/${number}`, '99991231T000000000Z-0000-zzzz']) }),
  }),
  'a chain of dependencies': (size) => ({
    ...recordsOf(size, (number) => [idOf('g', number), goal(number)]),
    ...recordsOf(size, (number) => relation(number, { type: 'dependsOn', to: idOf('g', number + 1) })),
  }),
  'one circle of dependencies': (size) => ({
    ...recordsOf(size, (number) => [idOf('g', number), goal(number)]),
    ...recordsOf(size, (number) => relation(number, { type: 'dependsOn', to: idOf('g', (number + 1) % size) })),
  }),
  'many circles of dependencies': (size) => ({
    ...recordsOf(size, (number) => [idOf('g', number), goal(number)]),
    ...recordsOf(size, (number) => relation(number, { type: 'dependsOn', to: idOf('g', number ^ 1) })),
  }),
  'goals that all depend on one, which conflicts with all': (size) => ({
    ...recordsOf(size, (number) => [idOf('g', number), goal(number)]),
    ...recordsOf(size, (number) => relation(number, { type: 'dependsOn', to: idOf('g', 0) })),
    ...recordsOf(size, (number) => [
      idOf('e', size + number),
      { goal: idOf('g', 0), by: ME, type: 'conflictsWith', to: idOf('g', number) },
    ]),
  }),
  'feedback that answers feedback': (size) => ({
    [idOf('g', 0)]: goal(0),
    ...recordsOf(size, (number) => [
      idOf('f', number),
      { goal: idOf('g', 0), by: `p${number}@example.com`, note: 'Why?', replyTo: idOf('f', number - 1) },
    ]),
  }),
};
