import type { Json, JsonObject } from './json';
import { byCodeUnit } from './json';
import type { KeyOrder } from './keyOrder';

/** Pattern of keys that JavaScript moves to the front of an object in any case; matching a few others does no harm. */
const INDEX = /^\d{1,10}$/;

/**
 * Returns the value with the members of all its objects in the order in which they are written; the same value if they already
 * are. Returns undefined if a key looks like an array index: no object can hold such members in another order.
 */
export function orderMembers(value: Json, order: KeyOrder): Json | undefined {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return orderItems(value as readonly Json[]);
  const object = value as JsonObject;
  const keys = Object.keys(object);
  // Visits each member only once: visiting it twice would add up to a billion times at the depth that a file may have.
  let changed: Map<string, Json> | undefined;
  let inOrder = true;
  let before: string | undefined;
  for (const key of keys) {
    if (INDEX.test(key)) return undefined;
    if (before !== undefined && order(before, key) > 0) inOrder = false;
    before = key;
    const inner = object[key] ?? null;
    const ordered = typeof inner === 'object' ? orderMembers(inner, byCodeUnit) : inner;
    if (ordered === undefined) return undefined;
    if (ordered !== inner) (changed ??= new Map<string, Json>()).set(key, ordered);
  }
  if (inOrder && !changed) return value;
  return Object.fromEntries(keys.sort(order).map((key) => [key, changed?.get(key) ?? object[key] ?? null]));
}

/** Returns an object with these members in this order; undefined if it could not keep the order, or a member is undefined. */
export function objectInOrder(members: readonly (readonly [string, Json | undefined])[]): JsonObject | undefined {
  if (members.some(([key, value]) => value === undefined || INDEX.test(key))) return undefined;
  return Object.fromEntries(members) as JsonObject;
}

function orderItems(items: readonly Json[]): Json | undefined {
  const ordered = items.map((item) => orderMembers(item, byCodeUnit));
  if (ordered.every((item, index) => item === items[index])) return items;
  return ordered.every((item) => item !== undefined) ? ordered : undefined;
}
