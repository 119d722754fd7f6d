import type { AddRecord } from '../document/change';
import type { GoalDocument } from '../document/goalDocument';
import type { JsonObject } from '../document/json';
import { isObject, withMember, withoutMember } from '../document/json';
import { goalKind } from '../model/goal';
import type { Kind } from '../model/kind';
import { readGoal } from '../model/goalView';
import { assignedStatus } from './acceptance';
import { copyRecord } from '../changes/goalActions';
import { namedRecords } from '../changes/namedRecords';

export interface Sharing {
  /** Tells whether everybody has the record with that id, or gets it in the same step. */
  readonly isShared: (id: string) => boolean;
  readonly me: string | undefined;
}

/**
 * Returns a personal goal as the shared file will hold it, under the same id; undefined if there is no such record. The copy names
 * nothing that stays personal. The person who shares it owns it unless it names an owner; a goal of somebody else waits for them.
 */
export function shareGoal(document: GoalDocument, id: string, { isShared, me }: Sharing): AddRecord | undefined {
  const copy = copyRecord(document, id);
  if (!copy) return undefined;
  let fields = withoutPersonal(goalKind, copy.fields, isShared);
  const { goal } = readGoal(id, fields);
  const owner = goal.owner ?? me;
  const status = assignedStatus(goal.status, { scope: 'team', kind: goal.kind, owner, me });
  if (owner !== goal.owner && owner !== undefined) fields = withMember(fields, 'owner', owner);
  if (status !== goal.status) fields = withMember(fields, 'status', status);
  return { ...copy, fields };
}

/** Removes each reference to a record that others do not have, also from sets. */
export function withoutPersonal(
  { fields: declared }: Pick<Kind, 'fields'>,
  fields: JsonObject,
  isShared: Sharing['isShared'],
): JsonObject {
  let left = fields;
  for (const [name, field] of Object.entries(declared)) {
    const value = fields[name];
    const personal = namedRecords(field, value).filter((id) => !isShared(id));
    if (personal.length === 0) continue;
    const others = isObject(value) ? personal.reduce(withoutMember, value) : {};
    left = Object.keys(others).length === 0 ? withoutMember(left, name) : withMember(left, name, others);
  }
  return left;
}
