import { checkInKind } from '../model/checkIn';
import type { PlanFacts } from '../changes/kindRule';
import type { RecordPlan } from './planRecord';
import { planAdd } from './planRecord';
import { refusalOf } from '../changes/refusal';
import { recordsAt } from '../snapshot/recordNode';
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

/** Reasons why a check-in is not written, in English; keys of the l10n bundle. */
export const CHECK_IN_REFUSALS = { noMeasure: '"{0}" has no target, so it has no measure.' } as const;

/** Plans a check-in by the person at the keyboard; every way to check in ends here. */
export async function planCheckIn(
  { goal }: GoalNode,
  said: CheckIn,
  snapshot: Snapshot,
  facts: PlanFacts,
): Promise<RecordPlan> {
  const { confidence, value } = said;
  if (value !== undefined && !hasMeasure(goal)) return refusalOf(CHECK_IN_REFUSALS.noMeasure, goal);
  const note = said.note.trim() === '' && value !== undefined ? measureText(value, goal.more.unit) : said.note.trim();
  const values = { goal: goal.id, by: snapshot.me, note: note === '' ? undefined : note, confidence, value };
  return planAdd({ kind: checkInKind, values, scope: 'team' }, snapshot, facts);
}

/** Tells whether a number says how far a goal is. */
export function hasMeasure({ more }: GoalNode['goal']): boolean {
  return more.target !== undefined;
}

function measureText(value: number, unit: string | undefined): string {
  return unit === undefined ? String(value) : `${value} ${unit}`;
}

/** Returns the latest measure of a goal, whoever told it; before the first one, the measure the goal started from. */
export function lastMeasure({ goal }: GoalNode, snapshot: Snapshot): number | undefined {
  const values = recordsAt(goal.id, checkInKind, snapshot).map(({ values: { value } }) => value);
  return values.findLast((value) => value !== undefined) ?? goal.more.start;
}
