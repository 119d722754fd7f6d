import type { GoalDocument } from '../core/document/goalDocument';
import { sameJson } from '../core/document/json';

/** Tells whether two documents hold the same data; the order of keys and records does not count. */
export function sameDocument(a: GoalDocument, b: GoalDocument): boolean {
  if (a.records.size !== b.records.size || !sameJson(a.top, b.top)) return false;
  for (const [id, record] of a.records) if (!sameJson(record, b.records.get(id))) return false;
  return true;
}
