import type { GoalDocument } from '../core/document/goalDocument';
import type { Change } from '../core/document/change';
import type { GoalStatus } from '../core/model/goal';
import type { Goal } from '../core/model/goalView';
import { setStatus } from '../core/changes/goalActions';
import type { Refusal } from '../core/changes/refusal';
import { statusRefusal } from '../core/goals/acceptance';
import { statusChanges } from '../core/goals/nextOccurrence';
import { documentAt } from '../core/snapshot/recordNode';
import type { Snapshot } from '../core/snapshot/snapshot';
import { systemHash } from '../store/nodePorts';
import { carryOverEdits } from './carryOver';
import type { FileEdit } from './edits';
import { joinEdits } from './edits';
import type { Place } from './openPlace';

/** Speaker and day of a statement. */
export interface Said {
  readonly me: string | undefined;
  /** ISO day. */
  readonly today: string;
}

/**
 * Plans the changes for the status that the person at the keyboard gives a goal.
 * @param document document with the goal; undefined if only another branch has it.
 */
export function planStatus(
  goal: Pick<Goal, 'id' | 'title' | 'kind' | 'owner'>,
  status: GoalStatus,
  document: GoalDocument | undefined,
  { me, today }: Said,
): { readonly changes: readonly Change[] } | Refusal {
  const refusal = statusRefusal(goal, status, me);
  if (refusal) return refusal;
  const { id } = goal;
  const changes = document ? statusChanges({ id, status, document, today }, systemHash) : [setStatus(id, status)];
  return { changes };
}

/**
 * Plans ticks and their removal: by id, whether the goal is to be done. A goal that only another branch has is written here first;
 * a goal that already has that status, or is gone, is left alone.
 */
export async function planTicks(
  wanted: ReadonlyMap<string, boolean>,
  snapshot: Snapshot,
  place: Pick<Place, 'repository' | 'files'>,
): Promise<{ readonly edits: readonly FileEdit[] } | Refusal> {
  const said: Said = { me: snapshot.me, today: snapshot.calendar.today };
  const edits: FileEdit[] = [];
  for (const [id, isDone] of wanted) {
    const node = snapshot.goals.get(id);
    const elsewhere = node ? undefined : snapshot.branches?.onlyElsewhere.get(id);
    const goal = node?.goal ?? elsewhere?.goal;
    if (!goal || (goal.status === 'done') === isDone) continue;
    const carried = elsewhere && (await carryOverEdits([elsewhere], snapshot, place));
    if (carried && 'problem' in carried) return carried;
    const path = node?.source ?? carried?.edits[0]?.path;
    if (path === undefined) continue;
    const plan = planStatus(goal, isDone ? 'done' : 'open', node && documentAt(snapshot, path), said);
    if ('problem' in plan) return plan;
    edits.push(...(carried?.edits ?? []), { path, changes: plan.changes });
  }
  return { edits: joinEdits(edits) };
}
