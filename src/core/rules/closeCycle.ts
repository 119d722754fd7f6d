import type { Change } from '../document/change';
import { isClosed } from './closedGoals';
import type { Cycle } from './cycles';
import { cycleOf } from './cycles';
import { setField, setMembers, setStatus } from './goalActions';
import { learnedChange } from './learnedChange';
import { counts } from './progress';
import { isSuccess, proposedScore } from './score';
import type { GoalNode, Snapshot } from './snapshot';

/** What becomes of an objective or key result when its cycle is closed. keep: it ends with it, done or missed. */
export type Ending = 'keep' | 'carry' | 'drop';

export interface Decision {
  /** 0 to 1. */
  readonly score: number;
  readonly ending: Ending;
  /** What a miss taught; empty takes the lesson away, undefined leaves it. */
  readonly learned?: string | undefined;
}

export type CyclePlan =
  | { readonly edits: readonly { readonly path: string; readonly changes: readonly Change[] }[] }
  | { readonly problem: string };

/** Why a cycle cannot be closed, in English; keys of the l10n bundle. */
export const CLOSING_REFUSALS = {
  closed: 'This cycle is closed already.',
  next: 'Say to which other open cycle it goes on.',
} as const;

/** The objectives and key results of a cycle in the order of the tree, each key result before its objective: it gives the score. */
export function goalsOfCycle(cycle: string, snapshot: Snapshot): readonly GoalNode[] {
  const found: GoalNode[] = [];
  const pending = [...snapshot.teamRoots].reverse();
  const entered = new Set<string>();
  for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
    const node = snapshot.goals.get(id);
    if (node && !entered.has(id)) {
      entered.add(id);
      pending.push(...node.children.toReversed());
      continue;
    }
    pending.pop();
    const isMeasured = node?.goal.kind === 'objective' || node?.goal.kind === 'keyResult';
    if (node && isMeasured && cycleOf(node, snapshot)?.id === cycle) found.push(node);
  }
  return found;
}

/** What is proposed: what the figures say; a success ends here, the rest goes on where there is a cycle to go on to. */
export function proposeDecision(
  node: GoalNode,
  snapshot: Snapshot,
  given: ReadonlyMap<string, number>,
  hasNext: boolean,
): Decision {
  const score = given.get(node.goal.id) ?? proposedScore(node, snapshot, given);
  return { score, ending: isSuccess(score, node, snapshot) || !hasNext ? 'keep' : 'carry' };
}

/** How a goal ends that is kept with that score. */
export function endStatus(score: number, node: GoalNode, snapshot: Snapshot): 'done' | 'missed' {
  return isSuccess(score, node, snapshot) ? 'done' : 'missed';
}

/**
 * What closing a cycle writes: each of its objectives and key results gets its score; those that were open end, go on or are given up.
 * @param decisions by id; what they leave out is kept with the score that the figures say.
 * @param next the cycle that what is carried goes on to.
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
  const edits = new Map<string, Change[]>();
  const write = (path: string, changes: readonly Change[]): unknown =>
    edits.set(path, [...(edits.get(path) ?? []), ...changes]);
  for (const each of decided) write(each.node.source, endOf(each, { cycle, next, carried, snapshot }));
  const source = snapshot.records.get(cycle.id)?.source ?? '';
  write(source, setMembers(cycle.id, 'carried', [], [...carried]));
  write(source, [setField(cycle.id, 'closed', snapshot.calendar.today)]);
  return { edits: [...edits].map(([path, changes]) => ({ path, changes })) };
}

interface Closing {
  readonly cycle: Cycle;
  readonly next: Cycle | undefined;
  readonly carried: ReadonlySet<string>;
  readonly snapshot: Snapshot;
}

function endOf({ node, score, ending, learned }: Decision & { readonly node: GoalNode }, closing: Closing): Change[] {
  const { id, more } = node.goal;
  const { next, carried, snapshot } = closing;
  const isMoved = more.cycle === undefined && isBelowCarried(node, closing);
  // What ends in this cycle below something that goes on must say itself where it belongs.
  const stays = isMoved ? [setField(id, 'cycle', closing.cycle.id)] : [];
  const lesson = learned === undefined ? [] : learnedChange(node.goal, learned);
  // What ended before keeps how it ended; what counts for nothing has no score.
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

/** Whether the cycle it has from above is about to be another one. */
function isBelowCarried({ parent }: GoalNode, { carried, snapshot }: Closing): boolean {
  for (let each = snapshot.goals.get(parent ?? ''); each; each = snapshot.goals.get(each.parent ?? '')) {
    if (carried.has(each.goal.id)) return true;
    if (each.goal.more.cycle !== undefined) return false;
  }
  return false;
}
