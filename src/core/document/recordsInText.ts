import type { Json, JsonObject } from './json';
import { isObject, member } from './json';
import { parseStamp } from './stamp';

/** Returns the records of an earlier version of a goals file, for display only; undefined if the text is not a goals file. */
export function recordsInText(text: string): JsonObject | undefined {
  try {
    const file = JSON.parse(text) as Json;
    const records = isObject(file) ? member(file, 'records') : undefined;
    return isObject(records) ? records : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the stamps of all records, or only those that are wanted. */
export function stampsOf(records: JsonObject, wanted?: ReadonlySet<string>): ReadonlySet<string> {
  const stamps = new Set<string>();
  for (const record of Object.values(records)) {
    if (!isObject(record)) continue;
    const edits = member(record, 'edits');
    for (const stamp of [member(record, 'created'), ...(isObject(edits) ? Object.values(edits) : [])]) {
      if (typeof stamp === 'string' && (wanted ? wanted.has(stamp) : parseStamp(stamp))) stamps.add(stamp);
    }
  }
  return stamps;
}
