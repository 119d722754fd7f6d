import { guardKind } from '../model/guard';
import { recordsAt } from '../snapshot/recordNode';
import type { RecordNode, Snapshot } from '../snapshot/snapshot';

/** Guard that is broken: its measure is below its floor or above its ceiling. */
export interface BrokenGuard {
  readonly title: string;
  readonly unit: string;
  readonly now: number;
  /** Limit that the measure should not have crossed, and its side. */
  readonly limit: number;
  readonly side: 'floor' | 'ceiling';
}

/** Returns the broken guards of a goal, oldest first, however far the goal is. */
export function brokenGuards(goal: string, snapshot: Pick<Snapshot, 'recordsByGoal'>): readonly BrokenGuard[] {
  return recordsAt(goal, guardKind, snapshot).flatMap((node) => brokenGuard(node) ?? []);
}

function brokenGuard({ values }: RecordNode<typeof guardKind.fields>): BrokenGuard | undefined {
  const { title = '', unit = '', now, floor, ceiling } = values;
  if (now === undefined) return undefined;
  const about = { title, unit, now };
  if (floor !== undefined && now < floor) return { ...about, limit: floor, side: 'floor' };
  if (ceiling !== undefined && now > ceiling) return { ...about, limit: ceiling, side: 'ceiling' };
  return undefined;
}
