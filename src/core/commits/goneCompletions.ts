import type { GoneCommit, LinkedCommit } from '../snapshot/linkedCommit';
import { isClosed } from '../snapshot/goalStanding';
import type { GoalNode } from '../snapshot/snapshot';

/**
 * By goal id, the latest commit that completed it and is gone, where no commit that is there completes it or took that back: a
 * squash lost the line, say. Whether the goal stays done is for a person to say.
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

/** Those of goals that are open and of which nobody has said since whether they are done. */
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
