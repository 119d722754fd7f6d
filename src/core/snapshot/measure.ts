import { checkInKind } from '../model/checkIn';
import type { Goal } from '../model/goalView';
import type { Measure } from '../model/metric';
import { ofKind } from './recordNode';
import type { RecordNode } from './snapshot';

/** Returns a goal's measure; undefined without a start or target, as for most goals. @param about records below it, oldest first. */
export function measureOf({ more }: Goal, about: readonly RecordNode[] = []): Measure | undefined {
  const { unit = '', start, target } = more;
  if (start === undefined || target === undefined) return undefined;
  const now = ofKind(about, checkInKind).findLast(({ values }) => values.value !== undefined)?.values.value;
  if (now === undefined) return { unit, start, target, now: undefined, progress: undefined };
  return { unit, start, target, now, progress: shareOfWay(start, target, now) };
}

function shareOfWay(start: number, target: number, now: number): number {
  // A value that should stay the same has no way to go: it is either there or not.
  if (start === target) return now === target ? 1 : 0;
  return Math.min(1, Math.max(0, (now - start) / (target - start)));
}
