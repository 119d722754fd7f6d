import { endingField } from '../../core/followUp/learnedChange';
import type { GoalStatus } from '../../core/model/goal';
import { UsageError } from './failure';

const QUESTIONS = {
  learned: 'What was learned? --learned TEXT',
  reason: 'Why is it dropped? --reason TEXT',
} as const;

/**
 * Asks why a goal ends without being done, where the options do not say so and nobody has said it before.
 * @param given options or fields that are set, also to nothing
 * @param mustExplain true if nothing is no answer, as for a goal of the team. @throws UsageError
 */
export function askEnding(
  given: Readonly<Record<string, unknown>>,
  goal: Readonly<Record<string, unknown>>,
  mustExplain: boolean,
): void {
  const { status } = given;
  const field = typeof status === 'string' ? endingField(status.toLowerCase() as GoalStatus) : undefined;
  if (field === undefined || status === goal['status']) return;
  if (field in given || goal[field] !== undefined) return;
  throw new UsageError(`${QUESTIONS[field]}${mustExplain ? '' : ' ("" leaves it open)'}`);
}
