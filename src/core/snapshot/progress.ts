import type { Goal } from '../model/goalView';
import type { GoalTree } from './goalTree';

export interface Progress {
  /** 0 to 1. */
  readonly progress: number;
  /** Leaves that are done, out of all leaves that count. */
  readonly done: number;
  readonly total: number;
}

/** Tells whether a goal counts towards its parent's progress; a goal that is not agreed, on hold or given up does not. */
export function counts(goal: Goal): boolean {
  return goal.status === 'open' || goal.status === 'done' || goal.status === 'missed';
}

export interface ProgressRules {
  readonly isDone?: (goal: Goal) => boolean;
  /** Returns a goal's own measure, 0 to 1; undefined for a goal that is judged by its children or its tick. */
  readonly measured?: (goal: Goal) => number | undefined;
}

/** Returns the progress of every goal: 1 if it is done, else its measure, else the weighted progress of its children. */
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
    const parts = (tree.children.get(id) ?? []).map((child) => ({
      goal: goals.get(child),
      progress: result.get(child) ?? NONE,
    }));
    const goal = goals.get(id);
    result.set(id, goal ? rollUp(isDone(goal), measured(goal), parts) : NONE);
  }
  return result;
}

const NONE: Progress = { progress: 0, done: 0, total: 1 };

interface Part {
  readonly goal: Goal | undefined;
  readonly progress: Progress;
}

function rollUp(isDone: boolean, measured: number | undefined, parts: readonly Part[]): Progress {
  const counted = parts.filter((part) => part.goal !== undefined && counts(part.goal));
  if (counted.length === 0) return { progress: isDone ? 1 : (measured ?? 0), done: isDone ? 1 : 0, total: 1 };
  const sum = (value: (part: Part) => number): number => counted.reduce((total, part) => total + value(part), 0);
  const share = weightedMean(counted.map(({ goal, progress }) => [weightOf(goal, progress), progress.progress]));
  return {
    progress: isDone ? 1 : (measured ?? share),
    done: sum((part) => part.progress.done),
    total: sum((part) => part.progress.total),
  };
}

/** Returns the weight of a goal, by default its total, so that the share agrees with the count beside it. */
export function weightOf(goal: Goal | undefined, { total }: Pick<Progress, 'total'>): number {
  return goal?.weight ?? total;
}

/** Returns the weighted mean, or 0 if nothing has any weight. */
export function weightedMean(parts: readonly (readonly [weight: number, value: number])[]): number {
  const weight = parts.reduce((sum, [each]) => sum + each, 0);
  return weight === 0 ? 0 : parts.reduce((sum, [each, value]) => sum + each * value, 0) / weight;
}
