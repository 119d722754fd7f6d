import { setField } from '../core/changes/goalActions';
import type { GoalDocument } from '../core/document/goalDocument';
import { createStamper } from '../core/document/stamp';
import { isObject, member } from '../core/document/json';
import type { SharedRecords } from '../core/goals/shareRecords';
import { recordsToShare } from '../core/goals/shareRecords';
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

export interface SharePlan {
  readonly edits: readonly FileEdit[];
  /** Numbers of records about the goals that go along, and that stay the person's own. */
  readonly along: number;
  readonly left: number;
}

/**
 * Plans the move of personal goals into the shared file, under the same ids, with what was said of them. The copies are written first:
 * a failure leaves both.
 */
export function planShare(
  goals: readonly PersonalGoal[],
  team: { readonly path: string; readonly document: GoalDocument | undefined },
  me: string | undefined,
): SharePlan {
  const ids = new Set(goals.map(({ id }) => id));
  const isShared = (id: string): boolean => {
    const record = team.document?.records.get(id);
    return ids.has(id) || (isObject(record) && member(record, 'deleted') !== true);
  };
  const moved = goals.flatMap(({ id, path, document }) => {
    const copy = shareGoal(document, id, { isShared, me });
    return copy ? [{ copy, gone: { path, changes: [setField(id, 'deleted', true)] } }] : [];
  });
  const about = recordsAbout(goals, isShared);
  const edits = joinEdits([
    { path: team.path, changes: [...moved.map(({ copy }) => copy), ...about.flatMap(({ changes }) => changes)] },
    ...moved.map(({ gone }) => gone),
    ...about.map(({ path, moved: ids }) => ({ path, changes: ids.map((id) => setField(id, 'deleted', true)) })),
  ]);
  const count = (each: 'moved' | 'left'): number => about.reduce((sum, found) => sum + found[each].length, 0);
  return { edits, along: count('moved'), left: count('left') };
}

/** Returns what goes along with the goals, and what stays, by the file that holds it. */
function recordsAbout(
  goals: readonly PersonalGoal[],
  isShared: (id: string) => boolean,
): readonly (SharedRecords & { readonly path: string })[] {
  const ids = new Set(goals.map(({ id }) => id));
  const documents = new Map(goals.map(({ path, document }) => [path, document]));
  return [...documents].map(([path, document]) => ({ path, ...recordsToShare(document, ids, isShared) }));
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
