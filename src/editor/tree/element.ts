import type { MineGroup } from '../../core/goals/focus';

export type GroupName = MineGroup | 'disputed' | 'unaligned' | 'elsewhere' | 'closed';

/** A row of a tree as plain data; `key` is its identity within its tree and stays the same from one snapshot to the next. */
export type TreeElement =
  | { readonly type: 'group'; readonly key: string; readonly group: GroupName }
  | { readonly type: 'goal'; readonly key: string; readonly id: string }
  | { readonly type: 'commit'; readonly key: string; readonly goal: string; readonly commit: string }
  | { readonly type: 'record'; readonly key: string; readonly id: string }
  /** All records of a kind that stand below no goal; `kind` is its name. */
  | { readonly type: 'kind'; readonly key: string; readonly kind: string }
  /** A goal that only other branches have. */
  | { readonly type: 'branchGoal'; readonly key: string; readonly id: string }
  /** A goal was completed by a commit that is gone: the person says what holds. */
  | { readonly type: 'gone'; readonly key: string; readonly goal: string }
  /** The terms of a pact, to be read. */
  | { readonly type: 'terms'; readonly key: string; readonly goal: string }
  /** Stands below the commits of a goal where older ones are missing in this clone. */
  | { readonly type: 'shallow'; readonly key: string }
  /** Something to settle; `id` is the key of the disagreement. */
  | { readonly type: 'disagreement'; readonly key: string; readonly id: string }
  /** Stands for the rest of a long list. */
  | { readonly type: 'more'; readonly key: string; readonly above: string; readonly hidden: number };

export function isTreeElement(value: unknown): value is TreeElement {
  return typeof value === 'object' && value !== null && 'type' in value && 'key' in value;
}

/** The goals of other branches that a command is meant for: the rows it was called on, or an id. */
export function branchGoalIds(first: unknown, second: unknown): string[] {
  if (typeof first === 'string') return [first];
  const rows = Array.isArray(second) && second.every(isTreeElement) ? second : [first].filter(isTreeElement);
  return rows.filter((row) => row.type === 'branchGoal').map((row) => row.id);
}

export function goalIds(rows: readonly TreeElement[]): string[] {
  return rows.filter((row) => row.type === 'goal').map((row) => row.id);
}
