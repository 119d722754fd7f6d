import { guardKind } from '../model/guard';
import type { Snapshot } from '../snapshot/snapshot';

/** A measure that suffered: it stands below its floor or above its ceiling. */
export interface BrokenGuard {
  readonly title: string;
  readonly unit: string;
  readonly now: number;
  /** What it should not have crossed, and on which side. */
  readonly limit: number;
  readonly side: 'floor' | 'ceiling';
}

/** The guards of a goal that are broken, the oldest first; however far the goal is. */
export function brokenGuards(goal: string, { recordsByGoal }: Pick<Snapshot, 'recordsByGoal'>): readonly BrokenGuard[] {
  return (recordsByGoal.get(goal) ?? []).flatMap(({ kind, values }) =>
    kind === guardKind ? (brokenGuard(values) ?? []) : [],
  );
}

function brokenGuard(values: Readonly<Record<string, unknown>>): BrokenGuard | undefined {
  const { title, unit, now, floor, ceiling } = values;
  if (typeof now !== 'number') return undefined;
  const about = { title: typeof title === 'string' ? title : '', unit: typeof unit === 'string' ? unit : '', now };
  if (typeof floor === 'number' && now < floor) return { ...about, limit: floor, side: 'floor' };
  if (typeof ceiling === 'number' && now > ceiling) return { ...about, limit: ceiling, side: 'ceiling' };
  return undefined;
}
