import type { LinkedCommit } from '../../core/snapshot/linkedCommit';
import type { CommitFact } from './commitFacts';

/** Where a commit lies. */
export type CommitPlace = Pick<LinkedCommit, 'state' | 'inHead' | 'ref'>;

/** Where the commits of a repository lie. */
export interface CommitPlaces {
  /** Of those that HEAD and every integration branch reach, which are most. */
  readonly usual: CommitPlace;
  /** All others, by name. */
  readonly others: readonly { readonly place: CommitPlace; readonly commits: readonly string[] }[];
}

/** The commits where they lie. */
export function placed(facts: readonly CommitFact[], { usual, others }: CommitPlaces): LinkedCommit[] {
  const places = new Map(others.flatMap(({ place, commits }) => commits.map((commit) => [commit, place])));
  return facts.map((fact) => ({ ...fact, ...(places.get(fact.commit) ?? usual) }));
}

/** The same for these commits, without the names of many others. */
export function placesOf(facts: readonly CommitFact[], places: CommitPlaces): CommitPlaces {
  const count = places.others.reduce((sum, { commits }) => sum + commits.length, 0);
  if (count <= facts.length) return places;
  const names = new Set(facts.map(({ commit }) => commit));
  const others = places.others.map(({ place, commits }) => ({
    place,
    commits: commits.filter((name) => names.has(name)),
  }));
  return { usual: places.usual, others: others.filter(({ commits }) => commits.length > 0) };
}
