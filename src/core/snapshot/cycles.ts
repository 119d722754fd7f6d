import { cycleKind } from '../model/cycle';
import { daysBetween } from '../text/isoDate';
import { fromAbove } from './fromAbove';
import { isOf } from './recordNode';
import type { GoalNode, RecordNode, Snapshot } from './snapshot';

/** Cycle as rules see it; `from` and `to` are ISO days, and both belong to it. */
export interface Cycle {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** The day it was closed. */
  readonly closed: string | undefined;
  /** Person who closes it; undefined if anybody may. */
  readonly facilitator: string | undefined;
}

/** Returns the cycles of the team, earliest first, without those that lack a day. */
export function cyclesOf({ records }: Pick<Snapshot, 'records'>): readonly Cycle[] {
  const cycles = [...records.values()].flatMap((node) => readCycle(node) ?? []);
  return cycles.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

export function readCycle(node: RecordNode | undefined): Cycle | undefined {
  if (!isOf(node, cycleKind)) return undefined;
  const { id, values } = node;
  const { title = id, from, to, closed, facilitator } = values;
  return from === undefined || to === undefined ? undefined : { id, title, from, to, closed, facilitator };
}

type CycleSource = Pick<Snapshot, 'goals' | 'records'>;

/** Returns the cycle of a goal: the one it names, otherwise that of the nearest goal above it that names one. */
export function cycleOf(node: GoalNode, snapshot: CycleSource): Cycle | undefined {
  return readCycle(namedCycle(node, snapshot));
}

const namedCycle = fromAbove<RecordNode | undefined, CycleSource>(
  ({ goal }, above, { records }) => records.get(goal.more.cycle ?? '') ?? above,
);

/** Returns what an objective or key result says of its cycle: its title and its days; nothing for any other goal. */
export function cycleText(node: GoalNode, snapshot: CycleSource): string | undefined {
  const { kind } = node.goal;
  const cycle = kind === 'objective' || kind === 'keyResult' ? cycleOf(node, snapshot) : undefined;
  return cycle && `${cycle.title} · ${cycle.from} – ${cycle.to}`;
}

/** Returns the share of the days from `from` to `to` that is over on `today`, 0 to 1; the day itself counts as half gone. */
export function elapsedShare({ from, to }: Pick<Cycle, 'from' | 'to'>, today: string): number {
  const days = daysBetween(from, to) + 1;
  if (days <= 0) return today >= from ? 1 : 0;
  return Math.min(1, Math.max(0, (daysBetween(from, today) + 0.5) / days));
}
