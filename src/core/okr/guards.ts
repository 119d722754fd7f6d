import { guardKind } from '../model/guard';
import { recordsAt } from '../snapshot/recordNode';
import type { RecordNode, Snapshot } from '../snapshot/snapshot';

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
