import { kpiKind } from '../model/kpi';
import { hasMeasure, latestReading } from '../snapshot/measure';
import { isClosed } from '../snapshot/goalStanding';
import { isOf, recordsOfKind } from '../snapshot/recordNode';
import type { Snapshot } from '../snapshot/snapshot';

/** Goal or KPI as whoever measures it sees it. */
export interface MeasuredThing {
  readonly id: string;
  readonly title: string;
  readonly unit: string | undefined;
  /** Latest value; before the first one that which a goal starts from. */
  readonly last: number | undefined;
  /** Undefined for a KPI. */
  readonly target: number | undefined;
}

/** Returns a goal with a target, or a KPI; undefined for anything else. */
export function measuredOf(id: string, snapshot: Snapshot): MeasuredThing | undefined {
  const last = latestReading(id, snapshot)?.value;
  const record = snapshot.records.get(id);
  if (isOf(record, kpiKind)) {
    const { title = id, unit } = record.values;
    return { id, title, unit, last, target: undefined };
  }
  const goal = snapshot.goals.get(id)?.goal;
  if (!goal || !hasMeasure(goal)) return undefined;
  const { unit, start, target } = goal.more;
  return { id, title: goal.title, unit, last: last ?? start, target };
}

/** Returns what can be measured: the open goals with a target, then the KPIs. */
export function measurable(snapshot: Snapshot): readonly MeasuredThing[] {
  const open = [...snapshot.goals.values()].filter((node) => !isClosed(node)).map(({ goal }) => goal.id);
  const kpis = recordsOfKind(kpiKind, snapshot).map(({ id }) => id);
  return [...open, ...kpis].flatMap((id) => measuredOf(id, snapshot) ?? []);
}

/** Returns what a new value changes, such as `10 → 2 ms`. */
export function changeText({ last, unit }: Pick<MeasuredThing, 'last' | 'unit'>, value: number): string {
  const text = last === undefined || last === value ? String(value) : `${last} → ${value}`;
  return unit === undefined ? text : `${text} ${unit}`;
}
