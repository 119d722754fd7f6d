import type { CommitFact } from './commitFacts';

/**
 * Those that name goals, and those that revert one of these, or such a revert; newest first.
 * @param byBranch what branches say of commits; a message that names a goal stands above it.
 */
export function factsWithEffect(facts: readonly CommitFact[], byBranch: readonly CommitFact[]): CommitFact[] {
  const found = byBranch.length === 0 ? [...facts] : withBranches(facts, byBranch);
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

function withBranches(facts: readonly CommitFact[], byBranch: readonly CommitFact[]): CommitFact[] {
  const known = new Map(facts.map((fact) => [fact.commit, fact]));
  for (const fact of byBranch) if ((known.get(fact.commit)?.goals.length ?? 0) === 0) known.set(fact.commit, fact);
  return [...known.values()];
}
