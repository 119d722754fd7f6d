import type { GoalDocument } from './goalDocument';
import type { Json } from './json';
import { byCodeUnit, isObject, member } from './json';
import type { FileKeys, KeyOrder } from './keyOrder';
import { byRecordKey } from './keyOrder';
import { SPACER_VALUE } from './spacers';

/** Writes a document with its keys in a given order, also those that JavaScript would move: for files with such keys only. */
export function writeDocument({ top, records }: GoalDocument, keys: FileKeys): string {
  const all = keys.records.map(
    (key) => [key, writeValue(records.get(key) ?? SPACER_VALUE, '    ', byRecordKey)] as const,
  );
  const lines = keys.top.map(
    (key) =>
      [
        key,
        key === 'records' ? writeMembers(all, '  ') : writeValue(member(top, key) ?? null, '  ', byCodeUnit),
      ] as const,
  );
  return writeMembers(lines, '');
}

function writeValue(value: Json, indent: string, order: KeyOrder): string {
  if (isObject(value)) {
    const keys = Object.keys(value).sort(order);
    return writeMembers(
      keys.map((key) => [key, writeValue(value[key] ?? null, `${indent}  `, byCodeUnit)] as const),
      indent,
    );
  }
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  const items = (value as readonly Json[]).map((item) => `${indent}  ${writeValue(item, `${indent}  `, byCodeUnit)}`);
  return `[\n${items.join(',\n')}\n${indent}]`;
}

/** @param members keys and the written texts of their values. */
function writeMembers(members: readonly (readonly [string, string])[], indent: string): string {
  if (members.length === 0) return '{}';
  return `{\n${members.map(([key, text]) => `${indent}  ${JSON.stringify(key)}: ${text}`).join(',\n')}\n${indent}}`;
}
