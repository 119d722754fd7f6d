import { fileOf } from '../../core/space/goalSpace';
import type { RecordPlan } from '../../core/records/planRecord';
import { PlainError } from '../service/commandBoundary';
import type { GoalService } from '../service/goalService';
import { plain } from '../texts/words';
import { refusalWords } from '../texts/declaredWord';

/** Writes what was planned, as one step that is undone at once. @throws PlainError where it may not be; GoalFileError */
export async function savePlan(plan: RecordPlan, service: GoalService): Promise<void> {
  if ('problem' in plan) throw new PlainError(plain(refusalWords(plan)));
  const { place } = service;
  if (!place || plan.changes.length === 0) return;
  const path = plan.path ?? fileOf(place.space, plan.scope).path;
  await service.apply([{ path, changes: plan.changes }]);
}
