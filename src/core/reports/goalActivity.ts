import { valueAt } from '../document/change';
import type { Json, JsonObject } from '../document/json';
import { isObject, member } from '../document/json';
import { splitPath } from '../document/registerPath';
import { parseStamp } from '../document/stamp';
import { goalKind } from '../model/goal';
import { kindNamed } from '../model/kinds';
import { documentAt, recordLine, recordsBelow } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';
import { isTold } from './changeText';
import type { RegisterChange } from './registerChanges';
import { editsOf } from './registerChanges';

/** An event in the history of a goal. */
export interface ActivityEntry {
  /** ISO, UTC. */
  readonly date: string;
  /** `changed`: a field of the goal; `edited`: a field of one of its records. */
  readonly type: 'created' | 'changed' | 'commit' | 'record' | 'edited';
  /** For a change: the register, e.g. `status` or `tags/ci`, its value before and since; null if there is none. */
  readonly field?: string;
  readonly before?: Json;
  readonly value?: Json;
  /** Commit itself, or the one that brought the change; null if no commit of this clone has the change. */
  readonly commit?: string | null;
  /** Name of the commit's author; null if it is not known. */
  readonly author?: string | null;
  /** True for a change that no commit has yet. */
  readonly isPending?: true;
  readonly subject?: string;
  readonly closes?: boolean;
  /** For a record: the name of its kind, its id, its line, its author. */
  readonly kind?: string;
  readonly record?: string;
  readonly text?: string;
  readonly by?: string | null;
}

/** Author of a commit. */
export interface CommitPerson {
  readonly name: string;
  /** Address in lower case. */
  readonly email: string;
}

/** Change of a record that a commit brought. */
export interface CommittedChange extends RegisterChange {
  /** Id of the record. */
  readonly record: string;
  /** Time of the edit, in milliseconds since 1970; of an edit by hand, the time of the commit. */
  readonly at: number;
  /** The commit's author. */
  readonly by: CommitPerson;
  readonly commit: string;
}

/** What the committed versions of a goal and its records tell. */
export interface RecordHistory {
  /** First committed version of each record and its author, by id. */
  readonly created: ReadonlyMap<string, { readonly by: CommitPerson; readonly record: JsonObject }>;
  readonly changes: readonly CommittedChange[];
  /** The edits that are committed, each as `<id>/<register> <stamp>`. */
  readonly stamps: ReadonlySet<string>;
  /** `partial`: some versions, and what they brought, are not in this clone; `none`: git was not asked or cannot tell. */
  readonly extent: 'whole' | 'partial' | 'none';
}

/** History of a goal that is in no repository, or that git cannot tell. */
export const NO_HISTORY: RecordHistory = { created: new Map(), changes: [], stamps: new Set(), extent: 'none' };

/** Returns the goal and its records as they are in the file, by id: what history is asked about. */
export function recordsOfGoal({ goal, source }: GoalNode, snapshot: Snapshot): ReadonlyMap<string, JsonObject> {
  const ids = [goal.id, ...recordsBelow(goal.id, 'activity', snapshot).map(({ id }) => id)];
  const records = documentAt(snapshot, source)?.records;
  return new Map(
    ids.flatMap((id): [string, JsonObject][] => {
      const record = records?.get(id);
      return isObject(record) ? [[id, record]] : [];
    }),
  );
}

/**
 * Returns the activity of a goal, oldest first.
 * @param history what git tells; without it, only the last change of each field is known, and not by whom.
 */
export function goalActivity(node: GoalNode, snapshot: Snapshot, history = NO_HISTORY): ActivityEntry[] {
  const { goal, commits } = node;
  const nameOf = ({ name, email }: CommitPerson): string => snapshot.people.get(email.toLowerCase()) ?? name;
  const entries = [...recordsOfGoal(node, snapshot)].flatMap(([id, record]) => {
    const below = id === goal.id ? undefined : snapshot.records.get(id);
    return recordActivity(id, record, history, nameOf).map((entry) =>
      below ? ofRecord(entry, below, snapshot) : entry,
    );
  });
  for (const { commit, author, date, subject, goals } of commits) {
    const closes = goals.some((named) => named.id === goal.id && named.closes);
    entries.push({ date: isoTime(date), type: 'commit', commit, author: nameOf(author), subject, closes });
  }
  const told = entries.filter(({ type, kind, field = '' }) => {
    const isChange = type === 'changed' || type === 'edited';
    return !isChange || isTold((kind === undefined ? undefined : kindNamed(kind)) ?? goalKind, field);
  });
  return told.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export function isoTime(millis: number): string {
  return new Date(millis).toISOString();
}

/** Returns how an event of a record reads among those of its goal. */
function ofRecord(entry: ActivityEntry, node: RecordNode, snapshot: Snapshot): ActivityEntry {
  const { id, kind, values } = node;
  // A kind that anybody may write to, such as a blocker, names who reported it, too.
  const named = typeof values['by'] === 'string' ? values['by'].toLowerCase() : null;
  const author = node.author ?? named;
  const committed = author === null && entry.author != null ? { author: entry.author } : {};
  const record = { kind: kind.name, record: id, text: recordLine(node, snapshot), by: author };
  return entry.type === 'created'
    ? { date: entry.date, type: 'record', ...committed, ...record }
    : { ...entry, ...record, type: 'edited' };
}

function recordActivity(
  id: string,
  record: JsonObject,
  history: RecordHistory,
  nameOf: (person: CommitPerson) => string,
): ActivityEntry[] {
  const made = parseStamp(member(record, 'created'));
  const maker = history.created.get(id)?.by;
  const author = maker ? nameOf(maker) : null;
  const changes = history.changes.filter((change) => change.record === id).sort((a, b) => a.at - b.at);
  return [
    ...(made ? [{ date: isoTime(made.millis), type: 'created', author } as const] : []),
    ...changes.map(({ at, field, before, value, by, commit }): ActivityEntry => {
      return { date: isoTime(at), type: 'changed', field, before, value, author: nameOf(by), commit };
    }),
    ...otherEdits(id, record, changes, history),
  ];
}

/** Returns the edits that no commit tells of: those that are not committed yet, and those of versions that are not here. */
function otherEdits(
  id: string,
  record: JsonObject,
  changes: readonly CommittedChange[],
  { created, stamps, extent }: RecordHistory,
): ActivityEntry[] {
  const listed = new Set(changes.map(({ field, stamp }) => `${field} ${stamp ?? ''}`));
  return editsOf(record).flatMap(([field, stamp]): ActivityEntry[] => {
    if (listed.has(`${field} ${stamp}`)) return [];
    const keys = splitPath(field);
    const first = created.get(id)?.record;
    const before =
      changes.findLast((change) => change.field === field)?.value ?? (first && valueAt(first, keys)) ?? null;
    const change = { date: isoTime(parseStamp(stamp)?.millis ?? 0), type: 'changed', field } as const;
    const isPending = extent === 'whole' && !stamps.has(`${id}/${field} ${stamp}`);
    const whose = { author: null, commit: null, ...(isPending ? { isPending } : {}) };
    return [{ ...change, before, value: valueAt(record, keys) ?? null, ...whose }];
  });
}
