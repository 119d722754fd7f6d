import type { GoalDocument } from './goalDocument';
import type { Json, JsonObject } from './json';
import { byCodeUnit, isObject, member } from './json';
import { byRecordKey, byTopKey } from './keyOrder';
import { SPACER_VALUE, SPACERS, sortedByPlace } from './spacers';

type KeyOrder = (a: string, b: string) => number;

/**
 * Characters that draw nothing or change the reading direction, and so could hide something from a reviewer: DEL and C1,
 * soft hyphen, fillers, direction marks and overrides, zero-width characters, line and paragraph separators, annotation
 * marks, BOM, tag characters. Listed one by one, because a Unicode property would change with the version of Node.
 */
const HIDDEN =
  /[\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|\u17b4|\u17b5|\udb40[\udc00-\udc7f]/g;

/** Printable ASCII without quote and backslash stands as it is. A shortcut: nearly all of a file is that. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** The bytes of a document, the same on every platform: one member a line, two spaces, LF, a final newline. */
export function formatDocument(document: GoalDocument): string {
  const entries = new Map<string, Json>(SPACERS.map((key) => [key, SPACER_VALUE]));
  for (const [id, record] of document.records) entries.set(id, record);
  const lines: string[] = [];
  for (const key of sortedByPlace(entries.keys())) {
    lines.push(`    ${quoted(key)}: ${formatValue(entries.get(key) ?? null, '    ', byRecordKey)}`);
  }
  const top = Object.keys(document.top)
    .concat('records')
    .sort(byTopKey)
    .map((key) => {
      const value =
        key === 'records'
          ? `{\n${lines.join(',\n')}\n  }`
          : formatValue(member(document.top, key) ?? null, '  ', byCodeUnit);
      return `  ${quoted(key)}: ${value}`;
    });
  return `{\n${top.join(',\n')}\n}\n`;
}

function formatValue(value: Json, indent: string, order: KeyOrder): string {
  if (typeof value === 'string') return quoted(value);
  if (isObject(value)) return formatObject(value, indent, order);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const inner = `${indent}  `;
    const items = (value as readonly Json[]).map((item) => `${inner}${formatValue(item, inner, byCodeUnit)}`);
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  return JSON.stringify(value);
}

function formatObject(object: JsonObject, indent: string, order: KeyOrder): string {
  const keys = Object.keys(object);
  if (keys.length === 0) return '{}';
  const inner = `${indent}  `;
  const lines = keys
    .sort(order)
    .map((key) => `${inner}${quoted(key)}: ${formatValue(object[key] ?? null, inner, byCodeUnit)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(HIDDEN, (hidden) => hidden.replace(/[^]/g, escapeUnit));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
