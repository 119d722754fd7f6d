import type { CommitFact } from './commitFacts';

/**
 * Returns the commits that name goals, those that revert one of them, and reverts of such reverts; newest first.
 * @param facts all facts, or as many as you want.
 * @param byBranch facts that only branches tell, as far as they are `unsaid` in all of the facts.
 */
export function factsWithEffect(facts: readonly CommitFact[], byBranch: readonly CommitFact[]): CommitFact[] {
  const replaced = new Set(byBranch.map(({ commit }) => commit));
  const found = [...facts.filter(({ commit }) => !replaced.has(commit)), ...byBranch];
  found.sort((a, b) => b.date - a.date);
  const naming = found.filter((fact) => fact.goals.length > 0);
  const revertedBy = new Map<string, string[]>();
  for (const { commit, reverts } of found) {
    for (const name of reverts) {
      const commits = revertedBy.get(name);
      if (commits) commits.push(commit);
      else revertedBy.set(name, [commit]);
    }
  }
  if (revertedBy.size === 0) return naming;
  const kept = new Set(naming.map((fact) => fact.commit));
  // The loop also visits the commits it adds, each once, however long a chain of reverts is.
  for (const name of kept) for (const commit of revertedBy.get(name) ?? []) kept.add(commit);
  return found.filter((fact) => kept.has(fact.commit));
}

/** Returns the branch facts of commits that nothing else assigns to a goal: a message or the merge of a branch takes precedence. */
export function unsaid(byBranch: readonly CommitFact[], facts: readonly CommitFact[]): readonly CommitFact[] {
  const left = new Map(byBranch.map((fact) => [fact.commit, fact]));
  if (left.size > 0) for (const { commit, goals } of facts) if (goals.length > 0) left.delete(commit);
  return [...left.values()];
}
