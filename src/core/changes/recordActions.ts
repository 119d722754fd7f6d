import type { Change } from '../document/change';
import type { Json, JsonObject } from '../document/json';
import { isObject, member, sameJson } from '../document/json';
import { newRecordId } from '../document/recordId';
import { joinPath } from '../document/registerPath';
import type { AnyField, Fields, FieldValues } from '../model/field';
import type { Kind } from '../model/kind';
import { readRecord } from '../model/readRecord';
import type { Random } from '../ports/ports';
import type { NewGoal } from './goalActions';
import { setField } from './goalActions';

/** Values by field name; undefined clears the field. */
export type RecordValues = Readonly<Record<string, Json | undefined>>;

export type NamedField = readonly [string, AnyField];

/** Returns the fields that people fill in, in the order of asking. */
export function askedFields({ fields }: Kind): readonly NamedField[] {
  return Object.entries(fields).filter(([, { writer }]) => writer !== 'product');
}

/** Returns the fields that a form asks for: for a new record, all but the answers; for another person's record, only the answers. */
export function formFields(
  kind: Kind,
  form: { readonly isNew: true } | { readonly isNew: false; readonly isOwn: boolean },
): readonly NamedField[] {
  return askedFields(kind).filter(([, { writer }]) => {
    if (form.isNew) return writer !== 'answer';
    return writer === 'answer' || (writer !== 'elsewhere' && form.isOwn);
  });
}

/** Returns the values that a form begins with: the person at the keyboard, the day, the goal it was opened on. */
export function presetValues(
  kind: Kind,
  given: { readonly me: string | undefined; readonly today: string; readonly goal?: string | undefined },
): RecordValues {
  const values: Record<string, Json | undefined> = {};
  for (const [name, { preset }] of Object.entries(kind.fields)) {
    if (preset !== undefined) values[name] = given[preset];
  }
  if (kind.below !== undefined && given.goal !== undefined) {
    values[kind.below] = kind.fields[kind.below]?.type === 'set' ? { [given.goal]: true } : given.goal;
  }
  return values;
}

export function addRecord(kind: Kind, values: RecordValues, random: Random): NewGoal {
  const id = newRecordId(kind.letter, random);
  return { id, change: { type: 'add', id, fields: saidIn({ ...values, ...kind.where }) } };
}

/** Returns the values as they are read back from a record that contains them. */
export function readValues<F extends Fields>(kind: Kind<F>, values: RecordValues): FieldValues<F> {
  return readRecord(kind, '', saidIn(values)).values;
}

function saidIn(values: RecordValues): JsonObject {
  const said = Object.entries(values).filter((entry): entry is [string, Json] => !isNothing(entry[1]));
  return Object.fromEntries(said);
}

/** Returns the changes field by field, and for a set member by member, so that another person's addition stays. */
export function editRecord(id: string, before: Readonly<Record<string, unknown>>, after: RecordValues): Change[] {
  return Object.entries(after).flatMap(([name, value]) => {
    const old = before[name] as Json | undefined;
    if (isObject(old) || isObject(value)) return editMembers(id, name, membersOf(old), membersOf(value));
    return sameJson(old, value) ? [] : [setField(id, name, value)];
  });
}

/** Returns the names of the fields whose values change. */
export function changedFields(before: Readonly<Record<string, unknown>>, after: RecordValues): readonly string[] {
  return Object.keys(after).filter((name) => !sameJson(before[name] as Json | undefined, after[name]));
}

/** Returns the required fields that are missing. */
export function missingFields(kind: Kind, values: RecordValues): readonly string[] {
  return askedFields(kind).flatMap(([name, field]) => (field.required && isNothing(values[name]) ? [name] : []));
}

/** Tells whether a person may write a record of that kind with that author; a program's record, such as that of CI, has none. */
export function mayWrite(kind: Kind, author: unknown, me: string | undefined): boolean {
  if (kind.author === undefined || (author === undefined && kind.fields[kind.author]?.required === false)) return true;
  return me !== undefined && author === me;
}

/** Returns the changes of a set or map: old members are removed, others written, and the rest keep their stamps. */
function editMembers(id: string, name: string, before: JsonObject, after: JsonObject): Change[] {
  const gone = Object.keys(before).filter((key) => member(after, key) === undefined);
  const written = Object.entries(after).filter(([key, value]) => !sameJson(member(before, key), value));
  return [
    ...gone.map((key) => setField(id, joinPath([name, key]), undefined)),
    ...written.map(([key, value]) => setField(id, joinPath([name, key]), value)),
  ];
}

function membersOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function isNothing(value: Json | undefined): boolean {
  return value === undefined || (isObject(value) && Object.keys(value).length === 0);
}
