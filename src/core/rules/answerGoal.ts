import type { Change } from '../document/change';
import { amendmentKind } from '../model/amendment';
import type { Random } from '../ports';
import { setStatus } from './goalActions';
import type { RecordPlan } from './planRecord';
import { addRecord } from './recordActions';
import type { GoalNode, Snapshot } from './snapshot';

/** Takes on a goal that others made for this person. */
export function planAccept(node: GoalNode, { me }: Snapshot): RecordPlan {
  const problem = answerRefusal(node, me);
  if (problem !== undefined) return { problem };
  return planOf(node, [setStatus(node.goal.id, 'open')]);
}

/** The goal is dropped; a change note says why. */
export function planDeclineGoal(node: GoalNode, reason: string, snapshot: Snapshot, random: Random): RecordPlan {
  const { me, calendar } = snapshot;
  const problem = answerRefusal(node, me) ?? (reason.trim() === '' ? 'Say in one line why you decline.' : undefined);
  if (problem !== undefined) return { problem };
  const note = { goal: node.goal.id, by: me, note: reason.trim(), from: calendar.today };
  return planOf(node, [addRecord(amendmentKind, note, random).change, setStatus(node.goal.id, 'dropped')]);
}

function answerRefusal({ goal, scope }: GoalNode, me: string | undefined): string | undefined {
  if (goal.kind === 'pact') return `${goal.id} is a pact: it is signed or declined by its parties.`;
  if (scope !== 'team' || goal.status !== 'proposed') return `${goal.id} waits for nobody's answer.`;
  return goal.owner === me ? undefined : `${goal.id} is proposed to ${goal.owner ?? 'nobody'}, not to you.`;
}

function planOf({ goal, scope, source }: GoalNode, changes: readonly Change[]): RecordPlan {
  return { id: goal.id, path: source, scope, changes };
}
