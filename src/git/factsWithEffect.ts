import type { CommitFact } from './commitFacts';

/**
 * Those that name goals, and those that revert one of these, or such a revert; newest first.
 * @param facts all of them, or as many as are wanted.
 * @param byBranch what branches say, as far as it is `unsaid` in all of the facts.
 */
export function factsWithEffect(facts: readonly CommitFact[], byBranch: readonly CommitFact[]): CommitFact[] {
  const replaced = new Set(byBranch.map(({ commit }) => commit));
  const found = [...facts.filter(({ commit }) => !replaced.has(commit)), ...byBranch];
  found.sort((a, b) => b.date - a.date);
  const naming = found.filter((fact) => fact.goals.length > 0);
  const reverting = found.filter((fact) => fact.reverts.length > 0);
  if (reverting.length === 0) return naming;
  const kept = new Set(naming.map((fact) => fact.commit));
  for (let size = -1; size !== kept.size;) {
    size = kept.size;
    for (const { commit, reverts } of reverting) if (reverts.some((name) => kept.has(name))) kept.add(commit);
  }
  return found.filter((fact) => kept.has(fact.commit));
}

/** What branches say of commits of which nothing else says a goal: a message, or the merge of a branch, stands above it. */
export function unsaid(byBranch: readonly CommitFact[], facts: readonly CommitFact[]): readonly CommitFact[] {
  const said = new Set(facts.filter(({ goals }) => goals.length > 0).map(({ commit }) => commit));
  return byBranch.filter(({ commit }) => !said.has(commit));
}
