import { valueAt } from '../core/document/change';
import type { Json } from '../core/document/json';
import { isObject, member } from '../core/document/json';
import { splitPath } from '../core/document/registerPath';
import { parseStamp } from '../core/document/stamp';
import type { GoalNode, Snapshot } from '../core/rules/snapshot';

/** Something that happened to a goal. A field is known by its last change only. */
export interface HistoryEntry {
  /** ISO, UTC. */
  readonly date: string;
  readonly type: 'created' | 'changed' | 'commit';
  /** Of a change: the register, e.g. `status` or `tags/ci`, and what it says since; null: taken away. */
  readonly field?: string;
  readonly value?: Json;
  /** Of a commit. */
  readonly commit?: string;
  readonly author?: string;
  readonly subject?: string;
  readonly closes?: boolean;
}

/** The oldest first. */
export function goalHistory({ goal, source, commits }: GoalNode, snapshot: Snapshot): HistoryEntry[] {
  const entries = [...recordHistory(goal.id, source, snapshot)];
  for (const { commit, author, date, subject, goals } of commits) {
    const closes = goals.some((named) => named.id === goal.id && named.closes);
    entries.push({ date: isoTime(date), type: 'commit', commit, author: author.name, subject, closes });
  }
  return entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export function isoTime(millis: number): string {
  return new Date(millis).toISOString();
}

function* recordHistory(id: string, source: string, { sources }: Snapshot): Generator<HistoryEntry> {
  const reading = sources.find(({ path }) => path === source)?.reading;
  if (reading?.state !== 'ok' && reading?.state !== 'readOnly') return;
  const record = reading.document.records.get(id);
  if (!isObject(record)) return;
  const created = parseStamp(member(record, 'created'));
  if (created) yield { date: isoTime(created.millis), type: 'created' };
  const edits = member(record, 'edits');
  for (const [field, stamp] of Object.entries(isObject(edits) ? edits : {})) {
    const changed = parseStamp(stamp);
    const value = valueAt(record, splitPath(field)) ?? null;
    if (changed) yield { date: isoTime(changed.millis), type: 'changed', field, value };
  }
}
