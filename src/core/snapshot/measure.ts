import { byCodeUnit } from '../document/json';
import type { Goal } from '../model/goalView';
import type { Direction, Measure } from '../model/metric';
import { readingKind } from '../model/reading';
import { momentOf, momentOrder } from '../text/moment';
import { byAge, ofKind } from './recordNode';
import type { RecordNode, Snapshot } from './snapshot';

/** Value of a measure at one time. */
export interface Reading {
  readonly id: string;
  readonly value: number;
  /** ISO day or time in UTC, see `moment.ts`. */
  readonly at: string;
  readonly by: string | undefined;
  readonly source: string | undefined;
  readonly note: string | undefined;
}

/** Returns the readings of a goal or KPI by the time of their values, latest last. */
export function readingsOf(id: string, { recordsByGoal }: Pick<Snapshot, 'recordsByGoal'>): readonly Reading[] {
  return readingsIn(recordsByGoal.get(id) ?? []);
}

/** Returns the reading that counts now; undefined before the first. */
export function latestReading(id: string, snapshot: Pick<Snapshot, 'recordsByGoal'>): Reading | undefined {
  return readingsOf(id, snapshot).at(-1);
}

function readingsIn(about: readonly RecordNode[]): readonly Reading[] {
  const nodes = ofKind(about, readingKind).sort(byAge);
  const found = nodes.flatMap(({ id, values, created, author }): Reading[] => {
    const { value, at = momentOf(created ?? 0), source, note } = values;
    return value === undefined ? [] : [{ id, value, at, by: author, source, note }];
  });
  // Sorting is stable: of two values at the same time, the one written later counts.
  return found.sort((a, b) => byCodeUnit(momentOrder(a.at), momentOrder(b.at)));
}

/** Tells whether a number says how far a goal is. */
export function hasMeasure({ more }: Goal): boolean {
  return more.target !== undefined;
}

/** Returns a goal's measure; undefined without a target, as for most goals. @param about records below it. */
export function measureOf(goal: Goal, about: readonly RecordNode[] = []): Measure | undefined {
  const { unit = '', target } = goal.more;
  if (target === undefined) return undefined;
  const readings = readingsIn(about);
  const { start, begins } = beginning(goal, target, readings[0]?.value);
  const direction = target > start ? 'up' : target < start ? 'down' : (goal.more.direction ?? 'up');
  const ways: Way = { start, target, direction: begins === 'first' ? 'down' : direction };
  const now = readings.at(-1)?.value;
  const isLevel = begins === 'said' && start === target;
  if (now === undefined) return { unit, begins, ...ways, now, progress: 0, isLevel, isWorse: false };
  const isWorse = !isReached(ways, now) && isBetter(start, now, ways.direction);
  return { unit, begins, ...ways, now, progress: shareOfWay(ways, now), isLevel, isWorse };
}

/** Returns where a measure begins. Without a start a rising one begins at zero, a falling one at its first reading. */
function beginning(
  { more: { start, direction } }: Goal,
  target: number,
  first: number | undefined,
): Pick<Measure, 'start' | 'begins'> {
  if (start !== undefined) return { start, begins: 'said' };
  // Nothing rises from zero to zero.
  const isFalling = direction === 'down' || (direction === undefined && target === 0);
  return isFalling ? { start: first ?? target, begins: 'first' } : { start: 0, begins: 'zero' };
}

type Way = Pick<Measure, 'start' | 'target'> & { readonly direction: Direction };

function isReached({ target, direction }: Way, now: number): boolean {
  return now === target || isBetter(now, target, direction);
}

function isBetter(value: number, than: number, direction: Direction): boolean {
  return direction === 'up' ? value > than : value < than;
}

function shareOfWay(way: Way, now: number): number {
  const { start, target, direction } = way;
  if (isReached(way, now)) return 1;
  // Where the start is the target, or better, there is no way to go: the measure is held or not.
  if (!isBetter(target, start, direction)) return 0;
  return Math.max(0, (now - start) / (target - start));
}

/**
 * Returns the share of a goal that its measure says; undefined for a goal that is judged by its parts or its tick. A key result with a
 * target is its measure also before the first value; any other goal is counted until somebody measures it.
 */
export function measuredShare({ kind }: Goal, measure: Measure | undefined): number | undefined {
  return measure?.now === undefined && kind !== 'keyResult' ? undefined : measure?.progress;
}
