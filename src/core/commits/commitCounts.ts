import { childrenFirst } from '../snapshot/descendants';
import type { Snapshot } from '../snapshot/snapshot';

/** Returns the number of commits for each goal and all goals below it, each commit once; goals without commits are left out. */
export function commitCounts(snapshot: Snapshot): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const serving = new Map<string, Set<string>>();
  for (const { goal, children, commits } of childrenFirst(snapshot)) {
    let all = new Set(commits.map(({ commit }) => commit));
    for (const child of children) all = united(all, serving.get(child) ?? new Set());
    serving.set(goal.id, all);
    if (all.size > 0) counts.set(goal.id, all.size);
  }
  return counts;
}

/** Unites two sets by moving the smaller one, so that along a chain no commit is moved at every goal. */
function united(a: Set<string>, b: Set<string>): Set<string> {
  const [large, small] = a.size < b.size ? [b, a] : [a, b];
  for (const each of small) large.add(each);
  return large;
}
