import type { Json } from './json';
import { byCodeUnit, isObject } from './json';
import type { KeyOrder } from './keyOrder';

/**
 * Characters that draw nothing or change the reading direction, and so could hide something from a reviewer: DEL and C1,
 * soft hyphen, fillers, direction marks and overrides, zero-width characters, line and paragraph separators, annotation
 * marks, BOM, tag characters. Listed one by one, because a Unicode property would change with the version of Node.
 */
const HIDDEN =
  /[\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|\u17b4|\u17b5|\udb40[\udc00-\udc7f]/g;

/** Escapes the hidden characters of JSON text: they occur only in strings, as everything else is ASCII. */
export function escapeHidden(json: string): string {
  return json.replace(HIDDEN, (hidden) => hidden.replace(/[^]/g, escapeUnit));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Writes a value with the keys of its objects in a given order, even keys that JavaScript would move to the front. */
export function writeValue(value: Json, indent: string, order: KeyOrder): string {
  if (isObject(value)) {
    const keys = Object.keys(value).sort(order);
    return writeMembers(
      keys.map((key) => [key, writeValue(value[key] ?? null, `${indent}  `, byCodeUnit)] as const),
      indent,
    );
  }
  if (!Array.isArray(value) || value.length === 0) return writeString(value);
  const items = (value as readonly Json[]).map((item) => `${indent}  ${writeValue(item, `${indent}  `, byCodeUnit)}`);
  return `[\n${items.join(',\n')}\n${indent}]`;
}

/** @param members keys and the written texts of their values. */
export function writeMembers(members: readonly (readonly [string, string])[], indent: string): string {
  if (members.length === 0) return '{}';
  return `{\n${members.map(([key, text]) => `${indent}  ${writeString(key)}: ${text}`).join(',\n')}\n${indent}}`;
}

export function writeString(value: Json): string {
  return escapeHidden(JSON.stringify(value));
}
