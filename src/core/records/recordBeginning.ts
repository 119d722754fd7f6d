import type { Kind } from '../model/kind';
import { reviewKind } from '../model/review';
import type { RecordValues } from '../changes/recordActions';
import { presetValues } from '../changes/recordActions';
import { reviewBeginning } from '../followUp/reviewsDue';
import type { Snapshot } from '../snapshot/snapshot';

/** Returns the values that a new record begins with; for a review, also the day that it looks back to. */
export function recordBeginning(kind: Kind, goal: string | undefined, snapshot: Snapshot): RecordValues {
  const { me, calendar } = snapshot;
  const preset = presetValues(kind, { me, today: calendar.today, goal });
  return kind === reviewKind ? { ...preset, ...reviewBeginning(goal, snapshot) } : preset;
}
