import { cycleKind } from '../model/cycle';
import type { Cycle } from '../snapshot/cycles';
import { cycleOf } from '../snapshot/cycles';
import { withDescendants } from '../snapshot/descendants';
import { fromAbove } from '../snapshot/fromAbove';
import { isOf, recordsOfKind } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Objective of a cycle with its key results, or a key result that stands by itself. */
export interface OutlinedGoal {
  readonly node: GoalNode;
  readonly keyResults: readonly GoalNode[];
}

/** Returns the team's objectives and key results by the id of their cycle, each before those below it. */
export function goalsByCycle(snapshot: Snapshot): ReadonlyMap<string | undefined, readonly GoalNode[]> {
  const found = new Map<string | undefined, GoalNode[]>();
  for (const node of snapshot.teamRoots.flatMap((id) => withDescendants(id, snapshot))) {
    if (node.goal.kind !== 'objective' && node.goal.kind !== 'keyResult') continue;
    const cycle = cycleOf(node, snapshot)?.id;
    const known = found.get(cycle);
    if (known) known.push(node);
    else found.set(cycle, [node]);
  }
  return found;
}

/** Returns the ids of the goals that were carried from a cycle to another one when it was closed. */
export function carriedFrom(cycle: Cycle | undefined, { records }: Pick<Snapshot, 'records'>): ReadonlySet<string> {
  const node = records.get(cycle?.id ?? '');
  return new Set(isOf(node, cycleKind) ? Object.keys(node.values.carried ?? {}) : []);
}

const carriedIn = new WeakMap<Snapshot, ReadonlySet<string>>();

/** Returns the ids of the goals that were carried on from any cycle. Reads the cycles once: rules ask it of each goal. */
export function everCarried(snapshot: Snapshot): ReadonlySet<string> {
  const known = carriedIn.get(snapshot);
  if (known) return known;
  const found = new Set(recordsOfKind(cycleKind, snapshot).flatMap(({ values }) => Object.keys(values.carried ?? {})));
  carriedIn.set(snapshot, found);
  return found;
}

/**
 * Returns the goals of a cycle and those carried on from it, each once. A key result is below the nearest objective above it if that
 * belongs to the same cycle, otherwise by itself; an objective is always by itself.
 * @param goals what `goalsByCycle` has for the cycle.
 */
export function cycleOutline(
  cycle: Cycle | undefined,
  goals: readonly GoalNode[],
  snapshot: Snapshot,
): readonly OutlinedGoal[] {
  const gone = [...carriedFrom(cycle, snapshot)].flatMap((id) => snapshot.goals.get(id) ?? []);
  const own = new Map([...goals, ...gone].map((node) => [node.goal.id, node]));
  const below = new Map<string | undefined, GoalNode[]>();
  for (const node of own.values()) {
    const above = node.goal.kind === 'objective' ? undefined : objectiveAbove(node, own, snapshot);
    const known = below.get(above);
    if (known) known.push(node);
    else below.set(above, [node]);
  }
  return (below.get(undefined) ?? []).map((node) => ({ node, keyResults: below.get(node.goal.id) ?? [] }));
}

function objectiveAbove(
  { parent }: GoalNode,
  own: ReadonlyMap<string, GoalNode>,
  snapshot: Snapshot,
): string | undefined {
  const id = nearestObjective(snapshot.goals.get(parent ?? ''), snapshot);
  return id !== undefined && own.has(id) ? id : undefined;
}

/** Returns the id of the goal itself if it is an objective, otherwise of the nearest objective above it. */
const nearestObjective = fromAbove<string | undefined>(({ goal }, above) =>
  goal.kind === 'objective' ? goal.id : above,
);
