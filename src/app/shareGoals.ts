import { setField } from '../core/changes/goalActions';
import type { GoalDocument } from '../core/document/goalDocument';
import { isObject, member } from '../core/document/json';
import { shareGoal } from '../core/goals/shareGoal';
import type { FileEdit } from './edits';
import { joinEdits } from './edits';
import type { Place } from './openPlace';

/** A personal goal with the file that holds it. */
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

/** Lets commits name the active goal once it is shared: of a personal goal they leave no trace. */
export async function nameActiveGoal(
  { repository }: Pick<Place, 'repository'>,
  shared: ReadonlySet<string>,
): Promise<void> {
  if (!repository) return;
  const { readActiveGoal, writeActiveGoal } = await import('../git/log/activeGoal');
  const active = await readActiveGoal(repository);
  if (active.state === 'active' && active.personal && shared.has(active.id)) {
    await writeActiveGoal(repository, { ...active, personal: false });
  }
}
