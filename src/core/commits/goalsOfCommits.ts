import type { LinkedCommit } from '../snapshot/linkedCommit';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** A goal and its newest commit among those in question. */
export interface TouchingGoal {
  readonly node: GoalNode;
  readonly last: LinkedCommit;
}

/** Returns the goals linked to one of these commits, the goal with the newest commit first. @param commits full object names. */
export function goalsOfCommits({ goals }: Pick<Snapshot, 'goals'>, commits: ReadonlySet<string>): TouchingGoal[] {
  const found = [...goals.values()].flatMap((node) => {
    const [first, ...others] = node.commits.filter(({ commit }) => commits.has(commit));
    return first ? [{ node, last: others.reduce((a, b) => (b.date > a.date ? b : a), first) }] : [];
  });
  return found.sort((a, b) => b.last.date - a.last.date);
}
