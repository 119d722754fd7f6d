import type { Change } from '../document/change';
import type { Goal } from '../model/goalView';
import { collapseSpace } from '../text/safeText';
import { setField } from '../changes/goalActions';

/** What a goal teaches so far, in one line; empty for nothing. */
export function learnedOf({ more }: Goal): string {
  return collapseSpace(more.learned ?? '');
}

/**
 * What is written of a lesson; nothing where it says what stands there already.
 * @param learned empty takes the lesson away.
 */
export function learnedChange(goal: Goal, learned: string): readonly Change[] {
  const said = collapseSpace(learned);
  return said === learnedOf(goal) ? [] : [setField(goal.id, 'learned', said === '' ? undefined : said)];
}

/** The same of one answer for several goals, before which `shown` stood in the box: what was left as it was says nothing. */
export function learnedAnswer(goal: Goal, learned: string, shown: string): readonly Change[] {
  return learned === shown ? [] : learnedChange(goal, learned);
}

/** What the box begins with: the lesson of one goal is not that of others. */
export function learnedToEdit(goals: readonly Goal[]): string {
  const [only, ...others] = goals;
  return only && others.length === 0 ? learnedOf(only) : '';
}
