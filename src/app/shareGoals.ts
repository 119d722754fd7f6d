import { setField } from '../core/changes/goalActions';
import type { GoalDocument } from '../core/document/goalDocument';
import { createStamper } from '../core/document/stamp';
import { isObject, member } from '../core/document/json';
import { shareGoal } from '../core/goals/shareGoal';
import type { GoalBranchPlan } from '../git/branches/goalBranch';
import type { Repository } from '../git/run/repository';
import { systemClock } from '../store/nodePorts';
import type { FileEdit } from './edits';
import { joinEdits } from './edits';
import type { Place } from './openPlace';

/** Personal goal with the file that holds it. */
export interface PersonalGoal {
  readonly id: string;
  readonly path: string;
  readonly document: GoalDocument;
}

/** Plans the move of personal goals into the shared file, under the same ids. The copy is written first: a failure leaves both. */
export function planShare(
  goals: readonly PersonalGoal[],
  team: { readonly path: string; readonly document: GoalDocument | undefined },
  me: string | undefined,
): readonly FileEdit[] {
  const ids = new Set(goals.map(({ id }) => id));
  const isShared = (id: string): boolean => {
    const record = team.document?.records.get(id);
    return ids.has(id) || (isObject(record) && member(record, 'deleted') !== true);
  };
  const moved = goals.flatMap(({ id, path, document }) => {
    const copy = shareGoal(document, id, { isShared, me });
    return copy ? [{ copy, gone: { path, changes: [setField(id, 'deleted', true)] } }] : [];
  });
  return joinEdits([{ path: team.path, changes: moved.map(({ copy }) => copy) }, ...moved.map(({ gone }) => gone)]);
}

/** Plans a branch with only the uncommitted changes of the shared file. @throws GitError */
export async function planSharing(
  { replica }: Pick<Place, 'replica'>,
  repository: Repository,
  file: string,
  shown: GoalDocument,
): Promise<GoalBranchPlan | undefined> {
  const { planGoalBranch } = await import('../git/branches/goalBranch');
  const stamper = createStamper(systemClock, replica);
  return planGoalBranch(repository, { file, shown, stamper, now: systemClock.now() });
}
