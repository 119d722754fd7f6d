import type { Change } from '../document/change';
import { amendmentKind } from '../model/amendment';
import type { Random } from '../ports/ports';
import { oneLine } from '../text/safeText';
import { setStatus } from '../changes/goalActions';
import type { RecordPlan } from './planRecord';
import { addRecord } from '../changes/recordActions';
import type { Refusal } from '../changes/refusal';
import { refusalOf } from '../changes/refusal';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Reasons why a person may not take on or decline a goal, in English; keys of the l10n bundle. */
export const ANSWER_REFUSALS = {
  pact: '"{0}" is a pact: it is signed or declined by its parties.',
  unasked: '"{0}" waits for nobody\'s answer.',
  another: '"{0}" is proposed to {1}, not to you.',
  ownerless: '"{0}" is proposed to nobody.',
  noReason: 'Say in one line why you decline.',
} as const;

/** Takes on a goal that others made for this person. */
export function planAccept(node: GoalNode, { me }: Snapshot): RecordPlan {
  const refused = answerRefusal(node, me);
  if (refused) return refused;
  return planOf(node, [setStatus(node.goal.id, 'open')]);
}

/** Declines a goal: it is dropped, and a change note says why. */
export function planDeclineGoal(node: GoalNode, reason: string, snapshot: Snapshot, random: Random): RecordPlan {
  const { me, calendar } = snapshot;
  const refused = answerRefusal(node, me);
  if (refused) return refused;
  if (reason.trim() === '') return { problem: ANSWER_REFUSALS.noReason };
  const note = { goal: node.goal.id, by: me, note: reason.trim(), from: calendar.today };
  return planOf(node, [addRecord(amendmentKind, note, random).change, setStatus(node.goal.id, 'dropped')]);
}

function answerRefusal({ goal, scope }: GoalNode, me: string | undefined): Refusal | undefined {
  if (goal.kind === 'pact') return refusalOf(ANSWER_REFUSALS.pact, goal);
  if (scope !== 'team' || goal.status !== 'proposed') return refusalOf(ANSWER_REFUSALS.unasked, goal);
  if (goal.owner === me) return undefined;
  return goal.owner === undefined
    ? refusalOf(ANSWER_REFUSALS.ownerless, goal)
    : refusalOf(ANSWER_REFUSALS.another, goal, oneLine(goal.owner, 100));
}

function planOf({ goal, scope, source }: GoalNode, changes: readonly Change[]): RecordPlan {
  return { id: goal.id, path: source, scope, changes };
}
