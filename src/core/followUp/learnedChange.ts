import type { Change } from '../document/change';
import type { Goal } from '../model/goalView';
import { collapseSpace } from '../text/safeText';
import { setField } from '../changes/goalActions';

/** Returns the lesson of a goal so far, in one line; empty if there is none. */
export function learnedOf({ more }: Goal): string {
  return collapseSpace(more.learned ?? '');
}

/**
 * Returns the change that writes a lesson; none if it says the same as before.
 * @param learned empty removes the lesson.
 */
export function learnedChange(goal: Goal, learned: string): readonly Change[] {
  const said = collapseSpace(learned);
  return said === learnedOf(goal) ? [] : [setField(goal.id, 'learned', said === '' ? undefined : said)];
}

/** Returns the change for one of several goals that share an answer; none if the box still says `shown`, which it began with. */
export function learnedAnswer(goal: Goal, learned: string, shown: string): readonly Change[] {
  return learned === shown ? [] : learnedChange(goal, learned);
}

/** Returns the text that the box begins with: the lesson of a single goal; empty for several, whose lessons differ. */
export function learnedToEdit(goals: readonly Goal[]): string {
  const [only, ...others] = goals;
  return only && others.length === 0 ? learnedOf(only) : '';
}
