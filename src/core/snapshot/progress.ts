import type { Goal } from '../model/goalView';
import type { GoalTree } from './goalTree';

export interface Progress {
  /** 0 to 1. */
  readonly progress: number;
  /** Leaves that count, and how many of them are done. */
  readonly done: number;
  readonly total: number;
}

/** Whether a goal belongs to what its parent is measured by; what is not agreed, on hold or given up does not. */
export function counts(goal: Goal): boolean {
  return goal.status === 'open' || goal.status === 'done' || goal.status === 'missed';
}

export interface ProgressRules {
  readonly isDone?: (goal: Goal) => boolean;
  /** What a goal's own measure says, 0 to 1; undefined for one that is judged by its children or its tick. */
  readonly measured?: (goal: Goal) => number | undefined;
}

/** The progress of every goal: done, by its measure, or rolled up from its children by weight. */
export function progressOf(
  goals: ReadonlyMap<string, Goal>,
  tree: Pick<GoalTree, 'roots' | 'children'>,
  { isDone = ({ status }) => status === 'done', measured = () => undefined }: ProgressRules = {},
): ReadonlyMap<string, Progress> {
  const result = new Map<string, Progress>();
  // A loop, not a recursion: a chain of thousands of parents must not end in a stack overflow.
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

/** Unless said otherwise a part weighs what it holds, so that the share agrees with the count beside it. */
export function weightOf(goal: Goal | undefined, { total }: Pick<Progress, 'total'>): number {
  return goal?.weight ?? total;
}

/** 0 where nothing weighs anything. */
export function weightedMean(parts: readonly (readonly [weight: number, value: number])[]): number {
  const weight = parts.reduce((sum, [each]) => sum + each, 0);
  return weight === 0 ? 0 : parts.reduce((sum, [each, value]) => sum + each * value, 0) / weight;
}
