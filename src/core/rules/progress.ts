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

/** The progress of every goal, rolled up from its children by weight. */
export function progressOf(
  goals: ReadonlyMap<string, Goal>,
  tree: Pick<GoalTree, 'roots' | 'children'>,
  isDone: (goal: Goal) => boolean = ({ status }) => status === 'done',
): ReadonlyMap<string, Progress> {
  const result = new Map<string, Progress>();
  // A loop, not a recursion: a chain of thousands of parents must not end in a stack overflow.
  const parentsFirst = [...tree.roots];
  for (const id of parentsFirst) parentsFirst.push(...(tree.children.get(id) ?? []));
  for (const id of parentsFirst.reverse()) {
    const parts = (tree.children.get(id) ?? []).map((child) => ({
      goal: goals.get(child),
      progress: result.get(child) ?? NONE,
    }));
    const goal = goals.get(id);
    result.set(id, rollUp(goal !== undefined && isDone(goal), parts));
  }
  return result;
}

const NONE: Progress = { progress: 0, done: 0, total: 1 };

function rollUp(
  isDone: boolean,
  parts: readonly { readonly goal: Goal | undefined; readonly progress: Progress }[],
): Progress {
  const counted = parts.filter((part) => part.goal !== undefined && counts(part.goal));
  if (counted.length === 0) return { progress: isDone ? 1 : 0, done: isDone ? 1 : 0, total: 1 };
  const sum = (value: (part: (typeof counted)[number]) => number): number =>
    counted.reduce((total, part) => total + value(part), 0);
  // Unless said otherwise a part weighs what it holds, so that the share agrees with the count beside it.
  const weightOf = (part: (typeof counted)[number]): number => part.goal?.weight ?? part.progress.total;
  const weight = sum(weightOf);
  const done = sum((part) => weightOf(part) * part.progress.progress);
  return {
    progress: isDone ? 1 : weight === 0 ? 0 : done / weight,
    done: sum((part) => part.progress.done),
    total: sum((part) => part.progress.total),
  };
}
