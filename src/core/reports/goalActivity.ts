import { valueAt } from '../document/change';
import type { Json } from '../document/json';
import { isObject, member } from '../document/json';
import { splitPath } from '../document/registerPath';
import { parseStamp } from '../document/stamp';
import { documentAt, recordLine, recordsBelow } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** An event in the history of a goal. For a field, only the last change is known. */
export interface ActivityEntry {
  /** ISO, UTC. */
  readonly date: string;
  readonly type: 'created' | 'changed' | 'commit' | 'record';
  /** For a change: the register, e.g. `status` or `tags/ci`, and its value since then; null if it was removed. */
  readonly field?: string;
  readonly value?: Json;
  /** For a commit. */
  readonly commit?: string;
  readonly author?: string;
  readonly subject?: string;
  readonly closes?: boolean;
  /** For a record: the name of its kind, its id, its line, its author. */
  readonly kind?: string;
  readonly record?: string;
  readonly text?: string;
  readonly by?: string | null;
}

/** Returns the activity of a goal, oldest first. */
export function goalActivity({ goal, source, commits }: GoalNode, snapshot: Snapshot): ActivityEntry[] {
  const entries = [...fieldActivity(goal.id, source, snapshot)];
  for (const { commit, author, date, subject, goals } of commits) {
    const closes = goals.some((named) => named.id === goal.id && named.closes);
    entries.push({ date: isoTime(date), type: 'commit', commit, author: author.name, subject, closes });
  }
  for (const node of recordsBelow(goal.id, 'activity', snapshot)) {
    const { id, kind, author = null, created = 0 } = node;
    const date = isoTime(created);
    entries.push({ date, type: 'record', kind: kind.name, record: id, text: recordLine(node), by: author });
  }
  return entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export function isoTime(millis: number): string {
  return new Date(millis).toISOString();
}

function* fieldActivity(id: string, source: string, snapshot: Snapshot): Generator<ActivityEntry> {
  const record = documentAt(snapshot, source)?.records.get(id);
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
