import type { Goal } from '../model/goalView';
import { meanPercent, percentOf } from '../text/percent';
import type { GoalTree } from './goalTree';

export interface Progress {
  /** 0 to 1. */
  readonly progress: number;
  /** The same in whole percent, as people are shown it. */
  readonly percent: number;
  /** True if the share comes from a measure or from key results; otherwise the parts are counted. */
  readonly isMeasured: boolean;
  /** Leaves that are done, out of all leaves that count. */
  readonly done: number;
  readonly total: number;
}

/** Tells whether a goal counts towards its parent's progress; a goal that is not agreed, on hold or given up does not. */
export function counts(goal: Goal): boolean {
  return goal.status === 'open' || goal.status === 'done' || goal.status === 'missed';
}

/** Tells whether a goal counts towards the one above; in a pact each commitment does that was not given up, since its terms name it. */
function countsIn(above: Goal | undefined, goal: Goal): boolean {
  const isPart = above?.kind === 'pact' && goal.kind === 'commitment';
  return counts(goal) || (isPart && goal.status !== 'dropped');
}

export interface ProgressRules {
  readonly isDone?: (goal: Goal) => boolean;
  /** Returns a goal's own measure, 0 to 1; undefined for a goal that is judged by its children or its tick. */
  readonly measured?: (goal: Goal) => number | undefined;
}

/** Returns the progress of every goal: 1 if it is done, else its measure, else the weighted progress of its parts. */
export function progressOf(
  goals: ReadonlyMap<string, Goal>,
  tree: Pick<GoalTree, 'roots' | 'children'>,
  { isDone = ({ status }) => status === 'done', measured = () => undefined }: ProgressRules = {},
): ReadonlyMap<string, Progress> {
  const result = new Map<string, Progress>();
  // This is a loop because recursion would overflow the stack on a chain of thousands of parents.
  const parentsFirst = [...tree.roots];
  for (const id of parentsFirst) for (const child of tree.children.get(id) ?? []) parentsFirst.push(child);
  for (const id of parentsFirst.reverse()) {
    const goal = goals.get(id);
    const parts = (tree.children.get(id) ?? []).flatMap((child): Part[] => {
      const part = goals.get(child);
      return part && countsIn(goal, part) ? [{ goal: part, progress: result.get(child) ?? NONE }] : [];
    });
    result.set(id, goal ? rollUp(goal, isDone(goal), measured(goal), parts) : NONE);
  }
  return result;
}

const NONE: Progress = { progress: 0, percent: 0, isMeasured: false, done: 0, total: 1 };

interface Part {
  readonly goal: Goal;
  readonly progress: Progress;
}

/** @param parts goals directly below that count. */
function rollUp(goal: Goal, isDone: boolean, measured: number | undefined, parts: readonly Part[]): Progress {
  const results = goal.kind === 'objective' ? parts.filter((part) => part.goal.kind === 'keyResult') : [];
  const isMeasured = measured !== undefined || results.length > 0;
  const own = isDone ? 1 : measured;
  if (parts.length === 0) {
    const progress = own ?? 0;
    return { progress, percent: percentOf(progress), isMeasured, done: isDone ? 1 : 0, total: 1 };
  }
  const sum = (value: (part: Part) => number): number => parts.reduce((total, part) => total + value(part), 0);
  // An objective is what its key results say; small goals directly below it count where it has none.
  const judged = results.length > 0 ? results : parts;
  const mean = weightedMean(judged.map((part) => [weightOf(part.goal, part.progress), part.progress.progress]));
  return {
    progress: own ?? mean,
    percent: own === undefined ? meanPercent(mean) : percentOf(own),
    isMeasured,
    done: sum((part) => part.progress.done),
    total: sum((part) => part.progress.total),
  };
}

/**
 * Returns the weight of a goal: the one it states; otherwise 1 for a key result or objective, whatever is below it, and for any other goal
 * its total, so that the share agrees with the count beside it.
 */
export function weightOf({ weight, kind }: Goal, { total }: Pick<Progress, 'total'>): number {
  return weight ?? (kind === 'keyResult' || kind === 'objective' ? 1 : total);
}

/** Returns the weighted mean, or 0 if nothing has any weight. */
export function weightedMean(parts: readonly (readonly [weight: number, value: number])[]): number {
  const weight = parts.reduce((sum, [each]) => sum + each, 0);
  return weight === 0 ? 0 : parts.reduce((sum, [each, value]) => sum + each * value, 0) / weight;
}
