import type { GoalStatus } from '../model/goal';
import type { Goal } from '../model/goalView';
import type { Scope } from '../snapshot/snapshot';
import { collapseSpace } from '../text/safeText';
import type { Refusal } from '../changes/refusal';
import { refusalOf } from '../changes/refusal';

/** Reasons why a goal of the team does not end this way, in English; keys of the l10n bundle. */
export const ENDING_REFUSALS = {
  noReason: 'Say in one line why "{0}" is dropped, as its reason.',
  noLesson: 'Say in one line what was learned from "{0}", as it is missed.',
} as const;

/** Ending that an edit gives a goal; what it leaves out stays as it is. */
export interface GivenEnding {
  readonly status: GoalStatus | undefined;
  readonly reason?: string | undefined;
  readonly learned?: string | undefined;
}

/**
 * Returns why a goal may not end this way; undefined if it may. The team reads why a goal was dropped and what a missed one taught;
 * a personal goal owes nobody an answer, and a pact has its own way to end.
 */
export function endingRefusal(
  goal: Pick<Goal, 'title' | 'kind' | 'status' | 'more'>,
  scope: Scope,
  { status, reason = goal.more.reason, learned = goal.more.learned }: GivenEnding,
): Refusal | undefined {
  if (!mustExplain(goal, scope) || status === goal.status) return undefined;
  if (status === 'dropped' && isEmpty(reason)) return refusalOf(ENDING_REFUSALS.noReason, goal);
  if (status === 'missed' && isEmpty(learned)) return refusalOf(ENDING_REFUSALS.noLesson, goal);
  return undefined;
}

/** Tells whether a goal may not end without an answer. */
export function mustExplain({ kind }: Pick<Goal, 'kind'>, scope: Scope): boolean {
  return scope === 'team' && kind !== 'pact';
}

function isEmpty(text: string | undefined): boolean {
  return collapseSpace(text ?? '') === '';
}
