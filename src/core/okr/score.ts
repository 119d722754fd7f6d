import type { Ambition } from '../model/goal';
import { isClosed } from '../snapshot/goalStanding';
import { cycleOf } from '../snapshot/cycles';
import { fromAbove } from '../snapshot/fromAbove';
import { counts, weightedMean, weightOf } from '../snapshot/progress';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Share of an aspirational goal that counts as a success; a committed goal needs all of it. */
const ASPIRATIONAL_SUCCESS = 0.7;

/** Returns whether all of a goal is expected: its own ambition, otherwise that of a goal above it, such as its objective. */
export function ambitionOf(node: GoalNode, snapshot: Pick<Snapshot, 'goals'>): Ambition {
  return saidAmbition(node, snapshot) ?? 'committed';
}

const saidAmbition = fromAbove<Ambition | undefined, Pick<Snapshot, 'goals'>>(
  ({ goal }, above) => goal.more.ambition ?? above,
);

/** Tells whether a goal with that progress or score is a success. */
export function isSuccess(share: number, node: GoalNode, snapshot: Pick<Snapshot, 'goals'>): boolean {
  // A sum of shares may end a hair below the whole.
  return share + 1e-9 >= successOf(node, snapshot);
}

/** Returns the progress or score from which a goal is a success. */
export function successOf(node: GoalNode, snapshot: Pick<Snapshot, 'goals'>): number {
  return ambitionOf(node, snapshot) === 'aspirational' ? ASPIRATIONAL_SUCCESS : 1;
}

/**
 * Returns the score that the figures suggest, 0 to 1 in hundredths: for an objective, the weighted mean of its key results in the same
 * cycle, otherwise the progress. The score that a closed goal was given counts before its figures.
 */
export function proposedScore(
  node: GoalNode,
  snapshot: Pick<Snapshot, 'goals' | 'records'>,
  given: ReadonlyMap<string, number> = new Map(),
): number {
  const { goal, children, progress } = node;
  const below = goal.kind === 'objective' ? children.flatMap((id) => snapshot.goals.get(id) ?? []) : [];
  const cycle = cycleOf(node, snapshot)?.id;
  const results = below.filter(
    (each) => each.goal.kind === 'keyResult' && counts(each.goal) && cycleOf(each, snapshot)?.id === cycle,
  );
  if (results.length === 0) return hundredths(progress);
  const scoreOf = (each: GoalNode): number => given.get(each.goal.id) ?? scoreGiven(each) ?? each.progress;
  return hundredths(weightedMean(results.map((each) => [weightOf(each.goal, each), scoreOf(each)])));
}

/** Returns the score a goal was closed with; the score of one that was carried over belongs to an earlier cycle. */
export function scoreGiven(node: GoalNode): number | undefined {
  return isClosed(node) ? node.goal.more.score : undefined;
}

function hundredths(share: number): number {
  return Math.round(share * 100) / 100;
}
