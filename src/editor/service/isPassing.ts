import type { GoalFileErrorCode } from '../../core/document/fileReading';
import { GoalFileError } from '../../core/document/fileReading';

const PASSING: ReadonlySet<GoalFileErrorCode> = new Set(['locked', 'no-space', 'denied', 'io', 'busy', 'dirty']);

/** Tells whether an error is temporary: the edit is kept and can succeed later. Any other refusal is for a lasting reason. */
export function isPassing(error: unknown): boolean {
  return error instanceof GoalFileError && PASSING.has(error.code);
}
