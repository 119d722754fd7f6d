import { checkInKind } from '../model/checkIn';
import { readingKind } from '../model/reading';
import type { PlanFacts } from '../changes/kindRule';
import type { RecordPlan } from './planRecord';
import { planAdd } from './planRecord';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Content of a check-in. */
export interface CheckIn {
  /** Empty if the measure says it all. */
  readonly note: string;
  /** 1 to 5. */
  readonly confidence?: number | undefined;
  /** In the unit of the goal. */
  readonly value?: number | undefined;
}

/** Plans a check-in by the person at the keyboard; every way to check in ends here. */
export async function planCheckIn(
  { goal }: GoalNode,
  said: CheckIn,
  snapshot: Snapshot,
  facts: PlanFacts,
): Promise<RecordPlan> {
  const { confidence, value } = said;
  const note = said.note.trim();
  const values = { goal: goal.id, by: snapshot.me, note: note === '' ? undefined : note, confidence, value };
  return planAdd({ kind: checkInKind, values, scope: 'team' }, snapshot, facts);
}

/** One value of a measure, as somebody or a program tells it. */
export interface Measured {
  readonly value: number;
  /** ISO day or time; now if undefined. */
  readonly at?: string | undefined;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
}

/** Plans a reading of a goal or KPI; every way to measure ends here. @param of id of the goal or KPI. */
export function planMeasure(
  of: string,
  { value, at, source, note }: Measured,
  snapshot: Snapshot,
  facts: PlanFacts,
): Promise<RecordPlan> {
  const values = { of, value, at, by: snapshot.me, source, note };
  return planAdd({ kind: readingKind, values, scope: 'team' }, snapshot, facts);
}
