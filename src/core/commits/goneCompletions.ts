import type { GoneCommit, LinkedCommit } from '../snapshot/linkedCommit';
import { isClosed } from '../snapshot/goalStanding';
import type { GoalNode } from '../snapshot/snapshot';

/**
 * Returns, by goal id, the latest commit that completed the goal and is gone, unless an existing commit completes the goal or took
 * that commit back. A squash may have lost the line, for example; a person has to say whether the goal stays done.
 */
export function goneCompletions(
  gone: readonly GoneCommit[],
  commits: readonly LinkedCommit[],
): ReadonlyMap<string, GoneCommit> {
  if (gone.length === 0) return new Map();
  const closed = new Set(commits.flatMap(({ goals }) => goals.filter(({ closes }) => closes).map(({ id }) => id)));
  const undone = new Set(commits.flatMap(({ reverts }) => reverts));
  const latest = new Map<string, GoneCommit>();
  for (const commit of gone) {
    if (undone.has(commit.commit)) continue;
    for (const { id, closes } of commit.goals) {
      if (closes && !closed.has(id) && commit.date > (latest.get(id)?.date ?? -1)) latest.set(id, commit);
    }
  }
  return latest;
}

/** Returns the gone commits of open goals whose status nobody has set since. */
export function openlyGone(
  gone: ReadonlyMap<string, GoneCommit>,
  goals: ReadonlyMap<string, GoalNode>,
): ReadonlyMap<string, GoneCommit> {
  return new Map(
    [...gone].filter(([id, { date }]) => {
      const node = goals.get(id);
      return node !== undefined && !isClosed(node) && !node.goal.isStatusLater(date);
    }),
  );
}
