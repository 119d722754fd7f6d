import type { Ambition } from '../model/goal';
import { isClosed } from '../snapshot/goalStanding';
import { cycleOf } from './cycles';
import { fromAbove } from '../snapshot/fromAbove';
import { counts, weightedMean, weightOf } from '../snapshot/progress';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** What of an aspirational goal counts as a success; of a committed one all of it. */
const ASPIRATIONAL_SUCCESS = 0.7;

/** Whether all of it is expected: what a key result does not say its objective says for it. */
export function ambitionOf(node: GoalNode, snapshot: Pick<Snapshot, 'goals'>): Ambition {
  return saidAmbition(node, snapshot) ?? 'committed';
}

const saidAmbition = fromAbove<Ambition | undefined, Pick<Snapshot, 'goals'>>(
  ({ goal }, above) => goal.more.ambition ?? above,
);

/** Whether a goal with that progress or score is a success. */
export function isSuccess(share: number, node: GoalNode, snapshot: Pick<Snapshot, 'goals'>): boolean {
  // A sum of shares may end a hair below the whole.
  return share + 1e-9 >= successOf(node, snapshot);
}

/** The progress, and the score, from which on a goal is a success. */
export function successOf(node: GoalNode, snapshot: Pick<Snapshot, 'goals'>): number {
  return ambitionOf(node, snapshot) === 'aspirational' ? ASPIRATIONAL_SUCCESS : 1;
}

/**
 * The score that the figures suggest, 0 to 1 in hundredths: of an objective the mean of its key results in the same cycle by weight, else how far
 * it is. The score that a closed one was given counts before what the figures say.
 * @param given scores that are about to be given, by id.
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

/** The score a goal was closed with; that of one which was carried over belongs to an earlier cycle. */
export function scoreGiven(node: GoalNode): number | undefined {
  return isClosed(node) ? node.goal.more.score : undefined;
}

function hundredths(share: number): number {
  return Math.round(share * 100) / 100;
}
