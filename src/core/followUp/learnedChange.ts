import type { Change } from '../document/change';
import type { GoalStatus } from '../model/goal';
import type { Goal } from '../model/goalView';
import { collapseSpace } from '../text/safeText';
import { setField } from '../changes/goalActions';

/** Field in which a goal that ends without being done says why: what a miss taught, or the reason for dropping it. */
export type EndingField = 'learned' | 'reason';

const ENDING_FIELDS: Partial<Record<GoalStatus, EndingField>> = { missed: 'learned', dropped: 'reason' };

/** Returns the field that is asked for with a new status; undefined if nothing is asked. */
export function endingField(status: GoalStatus): EndingField | undefined {
  return ENDING_FIELDS[status];
}

/** Returns the lesson of a goal so far, in one line; empty if there is none. */
export function learnedOf(goal: Goal): string {
  return endingOf(goal, 'learned');
}

/** Returns what a goal says of its end so far, in one line; empty if nothing. */
export function endingOf({ more }: Goal, field: EndingField): string {
  return collapseSpace(more[field] ?? '');
}

/**
 * Returns the change that writes a lesson or a reason; none if it says the same as before.
 * @param learned empty removes it.
 */
export function learnedChange(goal: Goal, learned: string): readonly Change[] {
  return endingChange(goal, 'learned', learned);
}

/** Returns the change that writes what a goal says of its end; none if it says the same as before. @param text empty removes it */
export function endingChange(goal: Goal, field: EndingField, text: string): readonly Change[] {
  const said = collapseSpace(text);
  return said === endingOf(goal, field) ? [] : [setField(goal.id, field, said === '' ? undefined : said)];
}

/** Returns the change for one of several goals that share an answer; none if the box still says `shown`, which it began with. */
export function endingAnswer(goal: Goal, field: EndingField, text: string, shown: string): readonly Change[] {
  return text === shown ? [] : endingChange(goal, field, text);
}

/** Returns the text that the box begins with: that of a single goal; empty for several, whose texts differ. */
export function endingToEdit(goals: readonly Goal[], field: EndingField): string {
  const [only, ...others] = goals;
  return only && others.length === 0 ? endingOf(only, field) : '';
}
