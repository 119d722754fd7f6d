import { blockerKind } from '../model/blocker';
import { meetingKind } from '../model/meeting';
import type { Change } from '../document/change';
import type { QuickAddFields } from '../text/quickAdd';
import { addGoal, setMembers } from '../changes/goalActions';
import type { PlanFacts } from '../changes/kindRule';
import { siblingsBelow } from '../goals/moveGoal';
import { orderBetween } from '../changes/orderKey';
import type { RecordPlan } from './planRecord';
import { planAdd, planEdit } from './planRecord';
import type { BlockerNode } from '../followUp/blockers';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Plans the record of a blocker. @param needs person who can help; undefined if nobody knows. */
export function planBlocker(
  { goal }: GoalNode,
  { note, needs }: { readonly note: string; readonly needs?: string | undefined },
  snapshot: Snapshot,
  facts: PlanFacts,
): Promise<RecordPlan> {
  const { me, calendar } = snapshot;
  const values = { goal: goal.id, note: note.trim() || undefined, needs, by: me, since: calendar.today };
  return planAdd({ kind: blockerKind, values, scope: 'team' }, snapshot, facts);
}

/** Resolution of a blocker that was cleared without a word on how. */
export const CLEARED = 'cleared';

/** Plans clearing a blocker; anybody may do it. */
export function planClear(node: BlockerNode, resolution: string, snapshot: Snapshot): RecordPlan {
  return planEdit(node, { resolution: resolution.trim() || CLEARED }, snapshot);
}

/** Reasons why a problem is not solved this way, in English; keys of the l10n bundle. */
export const SOLVING_REFUSALS = {
  gone: 'The goal that this is about is gone.',
  noActions: 'Say what is to be done: a meeting without an action solves nothing.',
} as const;

export interface Solving {
  /** Ids of people. */
  readonly attendees: readonly string[];
  /** Actions, each read from one line in the quick-add grammar; the first owner of one is the person named there. */
  readonly actions: readonly QuickAddFields[];
}

/**
 * Plans solving a problem together, as one step: a meeting with its attendees, the actions as goals below the blocked one, and the
 * links that say they are to remove the blocker. A goal made for somebody else waits for that person to accept it.
 */
export async function planSolving(
  blocker: BlockerNode,
  { attendees, actions }: Solving,
  snapshot: Snapshot,
  facts: PlanFacts,
): Promise<RecordPlan> {
  const { me, calendar } = snapshot;
  const goal = blocker.goal === undefined ? undefined : snapshot.goals.get(blocker.goal);
  if (!goal) return { problem: SOLVING_REFUSALS.gone };
  if (actions.length === 0) return { problem: SOLVING_REFUSALS.noActions };
  const goals = actionGoals(goal, actions, snapshot, facts);
  const values = {
    type: 'problem-solving',
    goal: goal.goal.id,
    when: calendar.today,
    blocker: blocker.id,
    facilitator: me,
    attendees: Object.fromEntries(attendees.map((person) => [person, true])),
    decisions: actions.map(({ title }) => `- ${title}`).join('\n'),
  };
  const meeting = await planAdd({ kind: meetingKind, values, scope: goal.scope }, snapshot, facts);
  if ('problem' in meeting) return meeting;
  const ids = goals.map(({ id }) => id);
  const named = setMembers(blocker.id, 'actions', [], ids);
  return { ...meeting, changes: [...goals.map(({ change }) => change), ...meeting.changes, ...named] };
}

function actionGoals(
  { goal, scope }: GoalNode,
  actions: readonly QuickAddFields[],
  snapshot: Snapshot,
  { random }: PlanFacts,
): { readonly id: string; readonly change: Change }[] {
  let last = siblingsBelow(snapshot, goal.id, scope)
    .map((id) => snapshot.goals.get(id)?.goal.order)
    .findLast((order) => order !== undefined);
  return actions.map(({ title, due, owner, priority, repeat, tags }) => {
    last = orderBetween(last);
    const status = owner !== undefined && owner !== snapshot.me ? 'proposed' : 'open';
    return addGoal({ title, status, due, owner, priority, repeat, tags, parent: goal.id, order: last }, random);
  });
}
