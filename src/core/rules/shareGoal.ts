import type { AddRecord } from '../document/change';
import type { GoalDocument } from '../document/goalDocument';
import { textMember, withMember, withoutMember } from '../document/json';
import { readGoal } from '../model/goalView';
import { assignedStatus } from './acceptance';
import { copyRecord } from './goalActions';

export interface Sharing {
  /** Whether everybody has, or gets in the same step, the goal with that id. */
  readonly isShared: (id: string) => boolean;
  readonly me: string | undefined;
}

/**
 * A personal goal as the shared file is to have it, under the same id: it names nothing that stays personal, it is of whoever shares
 * it unless it says otherwise, and one of somebody else waits for them. Undefined where there is no such record.
 */
export function shareGoal(document: GoalDocument, id: string, { isShared, me }: Sharing): AddRecord | undefined {
  const copy = copyRecord(document, id);
  if (!copy) return undefined;
  const { goal } = readGoal(id, copy.fields);
  const parent = textMember(copy.fields, 'parent');
  const owner = goal.owner ?? me;
  const status = assignedStatus(goal.status, { scope: 'team', kind: goal.kind, owner, me });
  let fields = parent === undefined || isShared(parent) ? copy.fields : withoutMember(copy.fields, 'parent');
  if (owner !== goal.owner && owner !== undefined) fields = withMember(fields, 'owner', owner);
  if (status !== goal.status) fields = withMember(fields, 'status', status);
  return { ...copy, fields };
}
