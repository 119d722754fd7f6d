import type { Json } from '../document/json';
import { isObject } from '../document/json';
import type { Problem, ProblemCode } from '../document/problem';
import type { Fields, FieldValues } from './field';
import type { Kind } from './kind';

export interface RecordReading<F extends Fields> {
  readonly values: FieldValues<F>;
  readonly problems: readonly Problem[];
}

/** Reads a raw record as its kind: a field that does not fit is reported and reads as absent; the rest is usable. */
export function readRecord<F extends Fields>(kind: Kind<F>, id: string, record: Json): RecordReading<F> {
  const problems: Problem[] = [];
  if (!isObject(record)) {
    problems.push({ code: 'invalid-field', message: `${kind.label} ${id} must be an object.`, record: id });
  }
  const source = isObject(record) ? record : {};
  // Looks only at the fields in the record: most records lack most fields.
  const values: Record<string, unknown> = { ...initialValues(kind) };
  for (const [name, value] of Object.entries(source)) {
    const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
    if (!field || field.writer === 'elsewhere') continue;
    if (field.is(value)) values[name] = value;
    else problems.push(defect(id, name, 'invalid-field', `must be ${field.expected}`));
  }
  for (const name of requiredFields(kind)) {
    if (!Object.hasOwn(source, name)) problems.push(defect(id, name, 'missing-field', 'is missing'));
    else if (typeof values[name] === 'string' && values[name].trim() === '') {
      // A text that nobody can see counts as none.
      values[name] = undefined;
      problems.push(defect(id, name, 'missing-field', 'is empty'));
    }
  }
  for (const { first, last } of backwardPeriods(kind, values))
    problems.push(defect(id, last, 'invalid-field', `is before "${first}"`));
  // Every field of the kind now has its value or its initial one.
  return { values: values as FieldValues<F>, problems };
}

/** A period whose last day is before its first one, by the names of their fields. */
export interface BackwardPeriod {
  readonly first: string;
  readonly last: string;
}

/** Returns the periods of a record that end before they begin. */
export function backwardPeriods(kind: Kind, values: Readonly<Record<string, unknown>>): readonly BackwardPeriod[] {
  return periodsOf(kind).filter(({ first, last }) => {
    const [from, to] = [values[first], values[last]];
    return typeof from === 'string' && typeof to === 'string' && to < from;
  });
}

function defect(record: string, path: string, code: ProblemCode, what: string): Problem {
  return { code, message: `${record}: "${path}" ${what}.`, record, path };
}

const INITIAL = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** Returns the values of an empty record of the kind; computed once for each kind. */
function initialValues({ fields }: Kind): Readonly<Record<string, unknown>> {
  const known = INITIAL.get(fields);
  if (known) return known;
  const values = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.initial]));
  INITIAL.set(fields, values);
  return values;
}

const PERIODS = new WeakMap<object, readonly BackwardPeriod[]>();

function periodsOf({ fields }: Kind): readonly BackwardPeriod[] {
  const known = PERIODS.get(fields);
  if (known) return known;
  const periods = Object.entries(fields).flatMap(([last, { notBefore: first }]) =>
    first === undefined ? [] : [{ first, last }],
  );
  PERIODS.set(fields, periods);
  return periods;
}

const REQUIRED = new WeakMap<object, readonly string[]>();

function requiredFields({ fields }: Kind): readonly string[] {
  const known = REQUIRED.get(fields);
  if (known) return known;
  const names = Object.keys(fields).filter((name) => fields[name]?.required);
  REQUIRED.set(fields, names);
  return names;
}
