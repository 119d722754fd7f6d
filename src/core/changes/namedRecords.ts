import type { Json } from '../document/json';
import { isObject } from '../document/json';
import { kindLetter } from '../document/recordId';
import type { AnyField } from '../model/field';

/** Returns the records that a field's value names: the one it refers to, or the members of a set; an address names none. */
export function namedRecords({ type, of }: AnyField, value: Json | undefined): readonly string[] {
  const named = namesOf(type === 'set' ? of !== undefined : type === 'reference' || type === 'person', value);
  return named.filter((name) => kindLetter(name) !== undefined);
}

function namesOf(isOfRecords: boolean, value: Json | undefined): readonly string[] {
  if (!isOfRecords) return [];
  return typeof value === 'string' ? [value] : isObject(value) ? Object.keys(value) : [];
}
