import type { AddRecord, Change } from '../document/change';
import { valueAt } from '../document/change';
import type { GoalDocument } from '../document/goalDocument';
import type { Json, JsonObject } from '../document/json';
import { isObject, withoutMember } from '../document/json';
import { newRecordId } from '../document/recordId';
import { joinPath, splitPath } from '../document/registerPath';
import type { Cadence, GoalKind, GoalStatus } from '../model/goal';
import type { Random } from '../ports/ports';
import type { Repetition } from '../text/repetitions';
import type { Scope } from '../snapshot/snapshot';

/** Maximum number of characters in a title typed on the command line; notes may be longer. */
export const MAX_TITLE = 1000;

/** Fields that a new goal may have; absent ones are not written to the file. */
export interface GoalFields {
  readonly title: string;
  readonly kind?: GoalKind | undefined;
  readonly status?: GoalStatus | undefined;
  readonly owner?: string | undefined;
  readonly parent?: string | undefined;
  readonly order?: string | undefined;
  readonly due?: string | undefined;
  readonly priority?: number | undefined;
  readonly pinned?: boolean | undefined;
  readonly weight?: number | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly notes?: string | undefined;
  readonly cadence?: Cadence | undefined;
  readonly repeat?: Repetition | undefined;
  readonly mentor?: string | undefined;
  readonly why?: string | undefined;
  readonly learned?: string | undefined;
  readonly reason?: string | undefined;
}

export interface NewGoal {
  readonly id: string;
  readonly change: Change;
}

export function addGoal(fields: GoalFields, random: Random): NewGoal {
  const id = newRecordId('g', random);
  const { tags, ...rest } = fields;
  const all: Record<string, Json | undefined> = {
    ...rest,
    kind: fields.kind ?? 'micro',
    status: fields.status ?? 'open',
  };
  if (tags && tags.length > 0) all.tags = Object.fromEntries(tags.map((tag) => [tag, true]));
  const present = Object.entries(all).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return { id, change: { type: 'add', id, fields: Object.fromEntries(present) } };
}

/** Returns the defaults of a new goal: a small goal added in passing belongs to the person and is in focus this week. */
export function newGoalDefaults(
  scope: Scope,
  kind: GoalKind,
  me: string | undefined,
): Pick<GoalFields, 'owner' | 'pinned'> {
  if (kind === 'pact') return { owner: scope === 'team' ? me : undefined };
  if (kind !== 'micro') return {};
  return { pinned: true, owner: scope === 'team' ? me : undefined };
}

export function setStatus(id: string, status: GoalStatus): Change {
  // The status is stamped even if it is unchanged in the file: a commit may say otherwise, and this change must win over it.
  return { type: 'set', id, path: 'status', value: status, force: true };
}

export function setField(id: string, path: string, value: Json | undefined): Change {
  return { type: 'set', id, path, value };
}

export function setTags(id: string, before: readonly string[], after: readonly string[]): Change[] {
  return setMembers(id, 'tags', before, after);
}

/** Replaces the members of a set: old members are removed, new ones are added, and the rest keep their stamps. */
export function setMembers(id: string, path: string, before: readonly string[], after: readonly string[]): Change[] {
  const [earlier, later] = [new Set(before), new Set(after)];
  const removed = before.filter((each) => !later.has(each));
  const added = after.filter((each) => !earlier.has(each));
  return [
    ...removed.map((each) => setField(id, joinPath([path, each]), undefined)),
    ...added.map((each) => setField(id, joinPath([path, each]), true)),
  ];
}

/** Copies a personal record, as it stands, into another file under the same id. */
export function copyRecord(document: GoalDocument, id: string): AddRecord | undefined {
  const record = document.records.get(id);
  if (!isObject(record)) return undefined;
  return { type: 'add', id, fields: withoutMember(withoutMember(record, 'edits'), 'created') };
}

/**
 * Returns the changes that undo `changes`, given the document before them: fields get their old values back, added records are
 * deleted, and moved ones return. An undo is an edit like any other and is stamped now.
 */
export function inverseOf(changes: readonly Change[], before: GoalDocument): Change[] {
  return [...changes].reverse().flatMap((change) => inverseOfOne(change, before.records.get(change.id)));
}

function inverseOfOne(change: Change, before: Json | undefined): Change[] {
  switch (change.type) {
    case 'add':
      return before === undefined ? [setField(change.id, 'deleted', true)] : [];
    case 'put':
      // The record that it was merged into holds nothing new.
      return before === undefined ? [{ ...change, type: 'remove' }] : [];
    case 'remove':
      return [{ ...change, type: 'put' }];
    case 'set':
      return isObject(before) ? [{ ...change, value: oldValue(before, change.path), force: true }] : [];
  }
}

/** Returns the old value of a field. A newer `false` undoes a deletion; removing the mark could lose against another clone's mark. */
function oldValue(record: JsonObject, path: string): Json | undefined {
  const value = valueAt(record, splitPath(path));
  return path === 'deleted' && value === undefined ? false : value;
}
