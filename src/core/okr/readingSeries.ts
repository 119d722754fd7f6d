import { kpiKind } from '../model/kpi';
import { momentDay } from '../snapshot/calendar';
import type { Cycle } from '../snapshot/cycles';
import { readingsOf } from '../snapshot/measure';
import { recordsAt } from '../snapshot/recordNode';
import { sampled } from '../snapshot/sampled';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Values of a measure over time: plain data in no language, as a closed cycle keeps it. */
export interface ReadingSeries {
  /** Title of the KPI; null for the measure of the goal itself. */
  readonly title: string | null;
  readonly unit: string;
  /** Oldest first; `day` is an ISO day. */
  readonly readings: readonly { readonly day: string; readonly value: number }[];
}

/** Most readings of one measure that are listed; of more, some in between are left out. */
const MAX_LISTED = 24;

/** Returns the readings of a goal or KPI by their days. @param most how many at most */
export function seriesOf(
  { id, title, unit }: { readonly id: string; readonly title: string | null; readonly unit: string | undefined },
  snapshot: Pick<Snapshot, 'recordsByGoal' | 'calendar'>,
  most: number,
  isWithin: (day: string) => boolean = () => true,
): ReadingSeries {
  const all = readingsOf(id, snapshot).map(({ at, value }) => ({ day: momentDay(at, snapshot.calendar.zone), value }));
  return {
    title,
    unit: unit ?? '',
    readings: sampled(
      all.filter(({ day }) => isWithin(day)),
      most,
    ),
  };
}

/** Returns what was measured of a goal, and of the KPIs that guard it, in the days of a cycle; nothing for what was not. */
export function seriesAbout(
  { goal }: GoalNode,
  cycle: Pick<Cycle, 'from' | 'to'> | undefined,
  snapshot: Snapshot,
): readonly ReadingSeries[] {
  const isWithin = (day: string): boolean => cycle === undefined || (day >= cycle.from && day <= cycle.to);
  const kpis = recordsAt(goal.id, kpiKind, snapshot).map(({ id, values }) => ({
    id,
    title: values.title ?? '',
    unit: values.unit,
  }));
  return [{ id: goal.id, title: null, unit: goal.more.unit }, ...kpis]
    .map((each) => seriesOf(each, snapshot, MAX_LISTED, isWithin))
    .filter(({ readings }) => readings.length > 0);
}
