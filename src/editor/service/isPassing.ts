import type { GoalFileErrorCode } from '../../core/document/fileReading';
import { GoalFileError } from '../../core/document/fileReading';

const PASSING: ReadonlySet<GoalFileErrorCode> = new Set(['locked', 'no-space', 'denied', 'io', 'busy', 'dirty']);

/** Whether it goes by: the edit is kept, and can succeed later. Anything else is refused for a reason that stays. */
export function isPassing(error: unknown): boolean {
  return error instanceof GoalFileError && PASSING.has(error.code);
}
