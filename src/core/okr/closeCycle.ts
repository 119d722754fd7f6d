import type { Change } from '../document/change';
import { isClosed } from '../snapshot/goalStanding';
import type { Cycle } from '../snapshot/cycles';
import { cycleOf } from '../snapshot/cycles';
import { fromAbove } from '../snapshot/fromAbove';
import { setField, setMembers, setStatus } from '../changes/goalActions';
import { groupedBy } from '../snapshot/groupedBy';
import { learnedChange } from '../followUp/learnedChange';
import { counts } from '../snapshot/progress';
import { isSuccess, proposedScore } from './score';
import type { Refusal } from '../changes/refusal';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Ending of an objective or key result when its cycle is closed. keep: it ends with the cycle, done or missed. */
export type Ending = 'keep' | 'carry' | 'drop';

export interface Decision {
  /** 0 to 1. */
  readonly score: number;
  readonly ending: Ending;
  /** Lesson from a miss; empty removes the lesson, undefined leaves it. */
  readonly learned?: string | undefined;
}

export type CyclePlan =
  { readonly edits: readonly { readonly path: string; readonly changes: readonly Change[] }[] } | Refusal;

/** Reasons why a cycle cannot be closed, in English; keys of the l10n bundle. */
export const CLOSING_REFUSALS = {
  closed: 'This cycle is closed already.',
  next: 'Say to which other open cycle it goes on.',
} as const;

/** Returns the objectives and key results of a cycle in tree order, but each key result before its objective, whose score it gives. */
export function goalsOfCycle(cycle: string, snapshot: Snapshot): readonly GoalNode[] {
  const found: GoalNode[] = [];
  const pending = [...snapshot.teamRoots].reverse();
  const entered = new Set<string>();
  for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
    const node = snapshot.goals.get(id);
    if (node && !entered.has(id)) {
      entered.add(id);
      for (const child of node.children.toReversed()) pending.push(child);
      continue;
    }
    pending.pop();
    const isMeasured = node?.goal.kind === 'objective' || node?.goal.kind === 'keyResult';
    if (node && isMeasured && cycleOf(node, snapshot)?.id === cycle) found.push(node);
  }
  return found;
}

/** Proposes the score that the figures say. A success ends here; any other goal is carried on if there is a next cycle. */
export function proposeDecision(
  node: GoalNode,
  snapshot: Snapshot,
  given: ReadonlyMap<string, number>,
  hasNext: boolean,
): Decision {
  const score = given.get(node.goal.id) ?? proposedScore(node, snapshot, given);
  return { score, ending: isSuccess(score, node, snapshot) || !hasNext ? 'keep' : 'carry' };
}

/** Returns the status of a goal that is kept with that score. */
export function endStatus(score: number, node: GoalNode, snapshot: Snapshot): 'done' | 'missed' {
  return isSuccess(score, node, snapshot) ? 'done' : 'missed';
}

/**
 * Plans closing a cycle: each of its objectives and key results gets a score; those still open end, go on or are dropped.
 * @param decisions by id; goals that they leave out are kept with the score that the figures say.
 * @param next the cycle that carried goals go on to.
 */
export function planCloseCycle(
  cycle: Cycle,
  decisions: ReadonlyMap<string, Decision>,
  next: Cycle | undefined,
  snapshot: Snapshot,
): CyclePlan {
  if (cycle.closed !== undefined) return { problem: CLOSING_REFUSALS.closed };
  const nodes = goalsOfCycle(cycle.id, snapshot);
  const scores = new Map([...decisions].map(([id, { score }]) => [id, score]));
  const decided = nodes.map((node) => {
    const known = decisions.get(node.goal.id) ?? proposeDecision(node, snapshot, scores, false);
    scores.set(node.goal.id, known.score);
    return { node, ...known };
  });
  const carried = new Set(
    decided.flatMap(({ node, ending }) => (ending === 'carry' && !isClosed(node) ? [node.goal.id] : [])),
  );
  if (carried.size > 0 && (!next || next.id === cycle.id || next.closed !== undefined)) {
    return { problem: CLOSING_REFUSALS.next };
  }
  const closing = { cycle, next, carried, isBelowCarried: belowCarried(carried), snapshot };
  const source = snapshot.records.get(cycle.id)?.source ?? '';
  const edits = [
    ...decided.map((each) => ({ path: each.node.source, changes: endOf(each, closing) })),
    { path: source, changes: setMembers(cycle.id, 'carried', [], [...carried]) },
    { path: source, changes: [setField(cycle.id, 'closed', snapshot.calendar.today)] },
  ];
  const byPath = [...groupedBy(edits, ({ path }) => path)];
  return { edits: byPath.map(([path, parts]) => ({ path, changes: parts.flatMap(({ changes }) => changes) })) };
}

interface Closing {
  readonly cycle: Cycle;
  readonly next: Cycle | undefined;
  readonly carried: ReadonlySet<string>;
  readonly isBelowCarried: (node: GoalNode, snapshot: Snapshot) => boolean;
  readonly snapshot: Snapshot;
}

function endOf({ node, score, ending, learned }: Decision & { readonly node: GoalNode }, closing: Closing): Change[] {
  const { id, more } = node.goal;
  const { next, carried, snapshot } = closing;
  const isMoved = more.cycle === undefined && closing.isBelowCarried(node, snapshot);
  // A goal that ends in this cycle below one that goes on must name the cycle itself.
  const stays = isMoved ? [setField(id, 'cycle', closing.cycle.id)] : [];
  const lesson = learned === undefined ? [] : learnedChange(node.goal, learned);
  // A goal that ended before keeps its status; a goal that does not count has no score.
  if (isClosed(node)) {
    const scored = counts(node.goal) && more.score === undefined ? [setField(id, 'score', score)] : [];
    return [...scored, ...lesson, ...stays];
  }
  if (ending === 'drop') return [setStatus(id, 'dropped'), ...lesson, ...stays];
  const scored = setField(id, 'score', score);
  if (carried.has(id)) {
    return [scored, ...lesson, ...(isMoved ? [] : [setField(id, 'cycle', next?.id)])];
  }
  return [scored, setStatus(id, endStatus(score, node, snapshot)), ...lesson, ...stays];
}

/** Makes the rule that tells whether the cycle that a goal inherits is about to change. */
function belowCarried(carried: ReadonlySet<string>): (node: GoalNode, snapshot: Snapshot) => boolean {
  const isMoving = fromAbove<boolean>(
    ({ goal }, above = false) => carried.has(goal.id) || (above && goal.more.cycle === undefined),
  );
  return ({ parent }, snapshot) => isMoving(snapshot.goals.get(parent ?? ''), snapshot) === true;
}
