import { planEdits } from '../../app/edits';
import type { Refusal } from '../../core/changes/refusal';
import type { RecordPlan } from '../../core/records/planRecord';
import { PlainError } from '../service/commandBoundary';
import type { GoalService } from '../service/goalService';
import { plain } from '../texts/words';
import { refusalWords } from '../texts/declaredWord';

/** Returns the plan of a rule. @throws PlainError with the reason if the rule refused */
export function permitted<T extends object>(planned: T | Refusal): T {
  if ('problem' in planned) throw new PlainError(plain(refusalWords(planned)));
  return planned;
}

/** Writes a plan as one step that one undo takes back. @throws PlainError if it was refused; GoalFileError */
export async function savePlan(plan: RecordPlan, service: GoalService): Promise<void> {
  const { place } = service;
  if (place) await service.apply(planEdits(permitted(plan), place));
}
