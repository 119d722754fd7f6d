import type { MineGroup } from '../../core/goals/focus';

export type GroupName = MineGroup | 'disputed' | 'unaligned' | 'elsewhere' | 'closed';

/** Row of a tree as plain data; `key` identifies it within its tree and stays the same from one snapshot to the next. */
export type TreeElement =
  | { readonly type: 'group'; readonly key: string; readonly group: GroupName }
  | { readonly type: 'goal'; readonly key: string; readonly id: string }
  | { readonly type: 'commit'; readonly key: string; readonly goal: string; readonly commit: string }
  | { readonly type: 'record'; readonly key: string; readonly id: string }
  /** Group of all records of a kind that belong to no goal; `kind` is its name. */
  | { readonly type: 'kind'; readonly key: string; readonly kind: string }
  /** Goal that only other branches have. */
  | { readonly type: 'branchGoal'; readonly key: string; readonly id: string }
  /** Question about a goal whose closing commit is gone: the person says whether it is done. */
  | { readonly type: 'gone'; readonly key: string; readonly goal: string }
  /** Terms of a pact, to be read. */
  | { readonly type: 'terms'; readonly key: string; readonly goal: string }
  /** Note below the commits of a goal that this clone lacks older ones. */
  | { readonly type: 'shallow'; readonly key: string }
  /** Disagreement to settle; `id` is its key. */
  | { readonly type: 'disagreement'; readonly key: string; readonly id: string }
  /** Something about a file of the team that its contents do not show; `id` tells which. */
  | { readonly type: 'notice'; readonly key: string; readonly id: string }
  /** Placeholder for the rest of a long list. */
  | { readonly type: 'more'; readonly key: string; readonly above: string; readonly hidden: number };

export function isTreeElement(value: unknown): value is TreeElement {
  return typeof value === 'object' && value !== null && 'type' in value && 'key' in value;
}

export function goalIds(rows: readonly TreeElement[]): string[] {
  return rows.filter((row) => row.type === 'goal').map((row) => row.id);
}
