import fc from 'fast-check';
import type { Json } from '../../../src/core/document/json';
import { BASE32 } from '../../../src/core/document/recordId';
import type { AnyField, FieldType } from '../../../src/core/model/field';
import type { Kind } from '../../../src/core/model/kind';
import { backwardPeriods } from '../../../src/core/model/readRecord';
import type { RecordValues } from '../../../src/core/changes/recordActions';
import { askedFields } from '../../../src/core/changes/recordActions';
import { hostileText } from './documentArbitraries';

const base32 = fc
  .array(fc.constantFrom(...Array.from(BASE32)), { minLength: 10, maxLength: 10 })
  .map((characters) => characters.join(''));

const somebody = fc.constantFrom('ana@example.com', 'bo@example.com', 'p-4kq7w2m9xd');

const anyDate = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

/** Values that a field of that type may hold. */
const VALUES: Readonly<Record<FieldType, (field: AnyField) => fc.Arbitrary<Json>>> = {
  text: () => hostileText.filter((text) => text.trim() !== ''),
  longText: () => hostileText.filter((text) => text.trim() !== ''),
  choice: ({ choices = [] }) => fc.constantFrom(...choices),
  person: () => somebody,
  date: () => anyDate.map(dayOf),
  moment: () =>
    fc.oneof(
      anyDate.map(dayOf),
      anyDate.map((date) => `${date.toISOString().slice(0, 19)}Z`),
    ),
  number: (field) =>
    fc
      .oneof(
        fc.integer({ min: 1, max: 5 }),
        fc.integer(),
        fc.double({ noNaN: true }).map((value) => value + 0),
      )
      .filter((value) => field.is(value)),
  flag: () => fc.constant(true),
  reference: ({ of = 'g' }) =>
    fc.tuple(fc.constantFrom(...Array.from(of)), base32).map(([letter, random]) => `${letter}-${random}`),
  choiceEach: ({ of, choices = [] }) =>
    fc.dictionary(membersOf(of), fc.constantFrom(...choices), { minKeys: 1, noNullPrototype: true }),
  set: ({ of }) => fc.uniqueArray(membersOf(of), { minLength: 1 }).map(members),
};

/** What a record of the kind may say, made from its declaration alone. */
export function valuesOf(kind: Kind): fc.Arbitrary<RecordValues> {
  const written = askedFields(kind).filter(([, { writer }]) => writer !== 'elsewhere');
  const fields = written.map(([name, field]): [string, fc.Arbitrary<Json | undefined>] => {
    const value = VALUES[field.type](field);
    return [name, field.required ? value : fc.option(value, { nil: undefined })];
  });
  return fc.record(Object.fromEntries(fields)).filter((values) => backwardPeriods(kind, values).length === 0);
}

function membersOf(letter: string | undefined): fc.Arbitrary<string> {
  if (letter === undefined) return fc.constantFrom('ci', 'ux', 'ops');
  return letter === 'p' ? somebody : base32.map((random) => `${letter}-${random}`);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function members(words: readonly string[]): Json {
  return Object.fromEntries(words.map((word) => [word, true]));
}
