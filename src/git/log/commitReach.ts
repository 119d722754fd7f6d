import type { LinkedCommit } from '../../core/snapshot/linkedCommit';
import type { CommitFact } from './commitFacts';

/** Place of a commit among the branches. */
export type CommitReach = Pick<LinkedCommit, 'state' | 'inHead' | 'ref'>;

/** Places of the commits of a repository. */
export interface ReachedCommits {
  /** Place of the commits that HEAD and every integration branch reach, which are most. */
  readonly usual: CommitReach;
  /** Places of all other commits, by name. */
  readonly others: readonly { readonly place: CommitReach; readonly commits: readonly string[] }[];
}

/** Adds the place of each commit to its fact. */
export function placed(facts: readonly CommitFact[], { usual, others }: ReachedCommits): LinkedCommit[] {
  const places = new Map(others.flatMap(({ place, commits }) => commits.map((commit) => [commit, place])));
  return facts.map((fact) => ({ ...fact, ...(places.get(fact.commit) ?? usual) }));
}

/** Reduces the places to those of these commits, so that the names of many others are not kept. */
export function placesOf(facts: readonly CommitFact[], places: ReachedCommits): ReachedCommits {
  const count = places.others.reduce((sum, { commits }) => sum + commits.length, 0);
  if (count <= facts.length) return places;
  const names = new Set(facts.map(({ commit }) => commit));
  const others = places.others.map(({ place, commits }) => ({
    place,
    commits: commits.filter((name) => names.has(name)),
  }));
  return { usual: places.usual, others: others.filter(({ commits }) => commits.length > 0) };
}
