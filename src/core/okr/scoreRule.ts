import type { Refusal } from '../changes/refusal';
import { refusalOf } from '../changes/refusal';
import { cycleOf } from '../snapshot/cycles';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { everCarried } from './cycleOutline';

/** Reasons why somebody may not score a goal, in English; keys of the l10n bundle. */
export const SCORE_REFUSALS = {
  scored: '"{0}" has a score already; only its owner, {1}, changes it.',
  facilitator: 'Only {1}, who owns "{0}", or {2}, who facilitates its cycle, scores it.',
  owner: 'Only {1}, who owns "{0}", scores it: it belongs to no cycle.',
} as const;

/** Returns the score that the owner of an open goal gave it in this cycle; that of a goal carried here belongs to an earlier one. */
export function ownScore({ goal }: GoalNode, snapshot: Snapshot): number | undefined {
  return everCarried(snapshot).has(goal.id) ? undefined : goal.more.score;
}

/**
 * Returns why the person at the keyboard may not give a goal another score: owners score their own goals, the facilitator of the cycle
 * scores those that have none yet. Where nobody is named as facilitator, whoever closes the cycle is.
 */
export function scoreRefusal(node: GoalNode, score: number | undefined, snapshot: Snapshot): Refusal | undefined {
  const { owner } = node.goal;
  const { me, people } = snapshot;
  const given = ownScore(node, snapshot);
  if (score === given || owner === undefined || owner === me) return undefined;
  const nameOf = (person: string): string => people.get(person) ?? person;
  if (given !== undefined) return refusalOf(SCORE_REFUSALS.scored, node.goal, nameOf(owner));
  const cycle = cycleOf(node, snapshot);
  if (!cycle) return refusalOf(SCORE_REFUSALS.owner, node.goal, nameOf(owner));
  const { facilitator } = cycle;
  if (facilitator === undefined || facilitator === me) return undefined;
  return refusalOf(SCORE_REFUSALS.facilitator, node.goal, nameOf(owner), nameOf(facilitator));
}
