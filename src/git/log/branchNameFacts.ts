import { goalOfBranch } from '../../core/text/trailers';
import type { BranchTips } from '../branches/branchTips';
import type { CommitFact } from './commitFacts';
import { ofGoals, readRange } from './commitFacts';

/**
 * Commits of branches that are named after goals and not merged yet: they belong to these goals where their messages name none.
 * Where one such branch grew out of another one, each has its own part.
 */
export async function branchNameFacts(root: string, { tips, integration }: BranchTips): Promise<CommitFact[]> {
  const named = tips.flatMap(({ commit, short }) => {
    const goal = integration.some((tip) => tip.short === short) ? undefined : goalOfBranch(short);
    return goal === undefined ? [] : [{ commit, goal }];
  });
  // Without a branch to leave, all of history would be that of the branch.
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

/** What a tip reaches of the facts without going through the tips of other goals. */
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
