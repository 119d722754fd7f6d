import { GoalFileError } from '../../core/document/fileReading';
import type { RecordPlan } from '../../core/records/planRecord';
import { goalFileText } from '../service/showFailure';
import type { GoalService } from '../service/goalService';
import { isPassing } from '../service/isPassing';
import { plain } from '../texts/words';
import { refusalWords } from '../texts/declaredWord';
import { savePlan } from './savePlan';

/**
 * Writes a plan like `savePlan`, for a form that asks again if the answers cannot be written.
 * @returns why not, as one sentence; undefined once it is written.
 * @throws GoalFileError if it is kept and can be saved again
 */
export async function trySave(plan: RecordPlan, service: GoalService): Promise<string | undefined> {
  if ('problem' in plan) return plain(refusalWords(plan));
  try {
    await savePlan(plan, service);
    return undefined;
  } catch (error) {
    if (!(error instanceof GoalFileError) || isPassing(error)) throw error;
    return goalFileText(error.code);
  }
}
