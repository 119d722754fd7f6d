import type { Json } from '../document/json';
import { isObject } from '../document/json';
import { kindLetter } from '../document/recordId';
import type { AnyField, FieldType } from '../model/field';

const NAMING: ReadonlySet<FieldType> = new Set(['reference', 'person', 'choiceEach']);

/** Returns the records that a field's value names: the one it refers to, or the members of a set or map; an address names none. */
export function namedRecords({ type, of }: AnyField, value: Json | undefined): readonly string[] {
  const named = namesOf(type === 'set' ? of !== undefined : NAMING.has(type), value);
  return named.filter((name) => kindLetter(name) !== undefined);
}

function namesOf(isOfRecords: boolean, value: Json | undefined): readonly string[] {
  if (!isOfRecords) return [];
  return typeof value === 'string' ? [value] : isObject(value) ? Object.keys(value) : [];
}
