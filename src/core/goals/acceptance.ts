import type { Change } from '../document/change';
import type { GoalKind, GoalStatus } from '../model/goal';
import { goalKind } from '../model/goal';
import type { Goal } from '../model/goalView';
import type { Kind } from '../model/kind';
import { oneLine } from '../text/safeText';
import { endingRefusal } from '../followUp/endingReason';
import { setField, setStatus } from '../changes/goalActions';
import type { RecordValues } from '../changes/recordActions';
import { changedFields, readValues } from '../changes/recordActions';
import type { Refusal } from '../changes/refusal';
import { refusalOf } from '../changes/refusal';
import { partRefusal } from './removal';
import { isClosedStatus } from '../snapshot/goalStanding';
import type { GoalNode, RecordNode, Scope, Snapshot } from '../snapshot/snapshot';

/** Assignment of a goal: its scope and kind, its owner to be, and the person at the keyboard (`me`). */
export interface Assignment {
  readonly scope: Scope;
  readonly kind: GoalKind;
  readonly owner: string | undefined;
  readonly me: string | undefined;
}

/**
 * Returns the status of a goal that gets an owner. Nothing is imposed: a goal made for another person is proposed until they accept it.
 * Pacts are exempt, because they are agreed by signing; so is any goal if nobody knows who is at the keyboard: nobody could accept it.
 */
export function assignedStatus(status: GoalStatus, { scope, kind, owner, me }: Assignment): GoalStatus {
  const isForAnother = owner !== undefined && me !== undefined && owner.toLowerCase() !== me;
  return status === 'open' && scope === 'team' && kind !== 'pact' && isForAnother ? 'proposed' : status;
}

/** Change of a goal's owner, with the status that the same edit sets, if it sets one. */
export type Reassignment = Omit<Assignment, 'kind'> & { readonly status?: GoalStatus | undefined };

/** Returns the status change that a new owner brings: the goal waits for them, or stops waiting if that is the user. */
export function reassigned(goal: Goal, { scope, owner, me, status: wished }: Reassignment): readonly Change[] {
  const { id, kind } = goal;
  if (owner === goal.owner) return [];
  const status = wished ?? goal.status;
  const isAccepted = wished === undefined && status === 'proposed' && (owner === undefined || owner === me);
  const after = isAccepted && kind !== 'pact' ? 'open' : assignedStatus(status, { scope, kind, owner, me });
  return after === status ? [] : [setStatus(id, after)];
}

/** Tells whether a goal that others made waits for this person to take it on. */
export function isProposedTo({ goal, scope }: Pick<GoalNode, 'goal' | 'scope'>, me: string | undefined): boolean {
  const isGoal = scope === 'team' && goal.kind !== 'pact';
  return isGoal && goal.status === 'proposed' && goal.owner !== undefined && goal.owner === me;
}

/** Reasons why a person may not set the status of a goal, in English; keys of the l10n bundle. */
export const STATUS_REFUSALS = {
  nobody: '"{0}" is a commitment of {1}, and git does not know who you are; set user.email first.',
  another: '"{0}" is a commitment of {1}; only they say how it stands.',
  noWhy:
    '"{0}" does not say why it is agreed, and nobody signs without that. Add its why first: Edit Entry, or microgoals pact edit ID --why TEXT.',
  pact: '"{0}" is a pact, which asks more than a tick: end it by Close Pact, or microgoals pact close ID.',
} as const;

/**
 * Returns why this person may not set the status of a goal; undefined if they may. Only its owner ticks a commitment, and a pact is
 * closed, because its parties say how it ended.
 */
export function statusRefusal(
  goal: Pick<Goal, 'title' | 'kind' | 'owner'>,
  status: unknown,
  me: string | undefined,
): Refusal | undefined {
  const { kind, owner } = goal;
  if (kind === 'pact' && isClosedStatus(status)) return refusalOf(STATUS_REFUSALS.pact, goal);
  if (kind !== 'commitment' || owner === undefined || owner === me) return undefined;
  const problem = me === undefined ? STATUS_REFUSALS.nobody : STATUS_REFUSALS.another;
  return refusalOf(problem, goal, oneLine(owner, 100));
}

/** Returns why a pact is not put before its parties by an edit; undefined if it may be. @param why its reason, as the edit leaves it */
export function proposalRefusal(
  goal: Pick<Goal, 'title' | 'kind'>,
  status: unknown,
  why: unknown,
): Refusal | undefined {
  const isSilent = typeof why !== 'string' || why.trim() === '';
  return goal.kind === 'pact' && status === 'proposed' && isSilent ? refusalOf(STATUS_REFUSALS.noWhy, goal) : undefined;
}

/** Returns the changes that give a goal this owner. */
export function assign(
  { goal, scope }: Pick<GoalNode, 'goal' | 'scope'>,
  owner: string | undefined,
  me: string | undefined,
): readonly Change[] {
  return [setField(goal.id, 'owner', owner), ...reassigned(goal, { scope, owner, me })];
}

/** Returns the values of a new record; a goal that is made for somebody else is proposed. */
export function assignedValues(kind: Kind, values: RecordValues, scope: Scope, me: string | undefined): RecordValues {
  if (kind.letter !== goalKind.letter) return values;
  const { owner, status: wished } = readValues(goalKind, values);
  const status = assignedStatus(wished, { scope, kind: goalKindOf(kind), owner, me });
  return status === 'open' ? values : { ...values, status };
}

function goalKindOf({ where }: Kind): GoalKind {
  return (where?.['kind'] ?? 'micro') as GoalKind;
}

/** Completes an edit of a goal: with another owner, the goal waits for that person's answer. Works as every `EditRule` does. */
export function reassignedBy(
  { id, values: before }: Pick<RecordNode, 'id' | 'values'>,
  values: RecordValues,
  snapshot: Snapshot,
): { readonly values: RecordValues; readonly changes: readonly Change[] } | Refusal {
  const { goals, me } = snapshot;
  const node = goals.get(id);
  if (!node) return { values, changes: [] };
  // A form hands over every field, even those that nobody touched.
  const changed = changedFields(before, values);
  const why = 'why' in values ? values['why'] : node.goal.more.why;
  const refused = changed.includes('status')
    ? (statusRefusal(node.goal, values['status'], me) ?? proposalRefusal(node.goal, values['status'], why))
    : undefined;
  if (refused) return refused;
  const { owner, status: wished, ...after } = readValues(goalKind, { ...(before as RecordValues), ...values });
  const given = { status: wished, reason: after.reason ?? '', learned: after.learned ?? '' };
  const ending = changed.includes('status') ? endingRefusal(node.goal, node.scope, given) : undefined;
  if (ending) return ending;
  if (!changed.includes('owner')) return { values, changes: [] };
  const held = partRefusal(node, snapshot);
  if (held) return held;
  const status = changed.includes('status') ? wished : undefined;
  return { values, changes: reassigned(node.goal, { scope: node.scope, owner, me, status }) };
}
