/**
 * Raw JSON as the file holds it. Objects are never mutated and only ever read by own key: a key such as
 * `__proto__` or `constructor` is data like any other. Spread and `Object.fromEntries` define own members, so they are safe.
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the own member `key`; undefined if there is none. */
export function member(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Returns a member that is text; undefined for anything else. */
export function textMember(value: Json | undefined, key: string): string | undefined {
  const found = isObject(value) ? member(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
}

export function withMember(object: JsonObject, key: string, value: Json): JsonObject {
  return { ...object, [key]: value };
}

export function withoutMember(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** Compares by UTF-16 code units: the order is the same on every platform and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns the one spelling of a value: members sorted by code unit, no white space. The total order of JSON values rests on it. */
export function canonicalJson(value: Json): string {
  if (isObject(value)) {
    const members = Object.keys(value)
      .sort(byCodeUnit)
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
    return `{${members.join(',')}}`;
  }
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  return JSON.stringify(value);
}

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isObject(a) !== isObject(b)) return false;
  const keys = Object.keys(a);
  // Arrays are compared as objects keyed by index.
  const [left, right] = [a as JsonObject, b as JsonObject];
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  );
}
