import type { Cadence } from '../model/goal';
import { kpiKind } from '../model/kpi';
import { nextDay } from '../followUp/checkInsDue';
import { momentDay } from '../snapshot/calendar';
import type { Reading } from '../snapshot/measure';
import { readingsOf } from '../snapshot/measure';
import { recordsAt } from '../snapshot/recordNode';
import type { RecordNode, Snapshot } from '../snapshot/snapshot';

export type KpiNode = RecordNode<typeof kpiKind.fields>;

/** KPI that is out of its bounds: its latest value is below its floor or above its ceiling. */
export interface KpiBreach {
  readonly title: string;
  readonly unit: string;
  readonly now: number;
  /** Bound that the value should not have crossed, and its side. */
  readonly limit: number;
  readonly side: 'floor' | 'ceiling';
}

/** What the readings of a KPI say. */
export interface KpiStanding {
  /** By the time of their values, latest last. */
  readonly readings: readonly Reading[];
  readonly now: Reading | undefined;
  readonly unit: string;
  readonly breach: KpiBreach | undefined;
  /** True if the latest value is older than twice the time between two measurements. */
  readonly isStale: boolean;
}

export function kpiStanding(node: KpiNode, snapshot: Pick<Snapshot, 'recordsByGoal' | 'calendar'>): KpiStanding {
  const readings = readingsOf(node.id, snapshot);
  const now = readings.at(-1);
  const { frequency, unit = '' } = node.values;
  const isStale = now !== undefined && isStaleSince(now, frequency, snapshot);
  return { readings, now, unit, breach: now && breachOf(node, now.value), isStale };
}

/** Tells whether a value is older than twice the time between two measurements. */
export function isStaleSince(
  { at }: Reading,
  frequency: Cadence | undefined,
  { calendar }: Pick<Snapshot, 'calendar'>,
): boolean {
  if (frequency === undefined || frequency === 'never') return false;
  const last = nextDay(momentDay(at, calendar.zone), frequency, 2);
  return last !== undefined && last < calendar.today;
}

/** Returns the breaches of the KPIs that guard a goal, oldest KPI first, however far the goal is. */
export function breachesOf(goal: string, snapshot: Pick<Snapshot, 'recordsByGoal'>): readonly KpiBreach[] {
  return recordsAt(goal, kpiKind, snapshot).flatMap((node) => {
    const now = readingsOf(node.id, snapshot).at(-1);
    return (now && breachOf(node, now.value)) ?? [];
  });
}

function breachOf({ values }: KpiNode, now: number): KpiBreach | undefined {
  const { title = '', unit = '', floor, ceiling } = values;
  const about = { title, unit, now };
  if (floor !== undefined && now < floor) return { ...about, limit: floor, side: 'floor' };
  if (ceiling !== undefined && now > ceiling) return { ...about, limit: ceiling, side: 'ceiling' };
  return undefined;
}
