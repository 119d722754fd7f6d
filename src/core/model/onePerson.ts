import type { Json } from '../document/json';
import { isObject } from '../document/json';
import type { AnyField } from './field';
import type { Kind } from './kind';
import { personKind } from './person';

/** Further addresses of people, lower-case, each with the one that stands for the person. */
export type Aliases = ReadonlyMap<string, string>;

export const NO_ALIASES: Aliases = new Map();

/** Returns the address that stands for a person, in lower case. */
export function personOf(address: string, aliases: Aliases): string {
  const lower = address.toLowerCase();
  return aliases.get(lower) ?? lower;
}

/** Returns a record with every person under the one address that stands for them; the same object if it has them so. */
export function withOnePerson({ fields }: Pick<Kind, 'fields'>, record: Json, aliases: Aliases): Json {
  if (aliases.size === 0 || !isObject(record)) return record;
  let changed = 0;
  const joined = (value: string): string => {
    const person = aliases.get(value.toLowerCase());
    if (person !== undefined) changed += 1;
    return person ?? value;
  };
  const members = Object.entries(record).map(([name, value]): [string, Json] => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field?.type === 'person' && typeof value === 'string') return [name, joined(value)];
    if (!isObject(value) || !namesPeople(field)) return [name, value];
    return [name, Object.fromEntries(Object.entries(value).map(([key, each]) => [joined(key), each]))];
  });
  return changed > 0 ? Object.fromEntries(members) : record;
}

/**
 * Returns the members that a set of people has in its record once it reads as `after`: people who stay keep the address they stand
 * under, and who leaves does so under each of theirs.
 */
export function membersWritten(
  written: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
  aliases: Aliases,
): Readonly<Record<string, Json>> {
  const stay = Object.entries(written).filter(([address]) => Object.hasOwn(after, personOf(address, aliases)));
  const known = new Set(stay.map(([address]) => personOf(address, aliases)));
  return Object.fromEntries([...stay, ...Object.entries(after).filter(([address]) => !known.has(address))]);
}

/** Tells whether a field holds several people. */
export function namesPeople(field: AnyField | undefined): boolean {
  return field?.type === 'set' && field.of === personKind.letter;
}
