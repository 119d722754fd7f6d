import { goalOfBranch } from '../../core/text/trailers';
import type { BranchTips } from '../branches/branchTips';
import type { CommitFact } from './commitFacts';
import { ofGoals, readRange } from './commitFacts';

/**
 * Returns the unmerged commits of branches that are named after goals. They belong to these goals if their messages name none. If
 * one such branch grew out of another, each has its own part.
 */
export async function branchNameFacts(root: string, { tips, integration }: BranchTips): Promise<CommitFact[]> {
  const named = tips.flatMap(({ commit, short }) => {
    const goal = integration.some((tip) => tip.short === short) ? undefined : goalOfBranch(short);
    return goal === undefined ? [] : [{ commit, goal }];
  });
  // Without a branch to fork from, the whole history would belong to the branch.
  if (named.length === 0 || integration.length === 0) return [];
  const range = [...named.map(({ commit }) => commit), ...integration.map(({ commit }) => `^${commit}`)];
  const facts = new Map((await readRange(root, [...new Set(range)])).map((fact) => [fact.commit, fact]));
  const goals = new Map<string, Set<string>>();
  for (const { commit, goal } of named) {
    const others = new Set(named.filter((branch) => branch.goal !== goal).map((branch) => branch.commit));
    for (const name of ownCommits(commit, facts, others)) goals.set(name, (goals.get(name) ?? new Set()).add(goal));
  }
  return [...facts.values()]
    .filter((fact) => fact.merged === undefined && fact.goals.length === 0)
    .flatMap((fact) => {
      const ids = goals.get(fact.commit);
      return ids ? [ofGoals(fact, ids)] : [];
    });
}

/** Returns the names of the facts' commits that a tip reaches without going through the tips of other goals. */
function ownCommits(tip: string, facts: ReadonlyMap<string, CommitFact>, others: ReadonlySet<string>): Set<string> {
  const seen = new Set<string>();
  const stack = [tip];
  for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
    const fact = facts.get(name);
    if (!fact || seen.has(name) || (name !== tip && others.has(name))) continue;
    seen.add(name);
    stack.push(...[fact.parent, ...(fact.merged ?? [])].filter((parent) => parent !== undefined));
  }
  return seen;
}
