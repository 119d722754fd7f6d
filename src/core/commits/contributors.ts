import { byCodeUnit } from '../document/json';
import type { CommitAuthor, LinkedCommit } from '../snapshot/linkedCommit';
import { foldText } from '../text/foldText';
import { oneLine } from '../text/safeText';
import { childrenFirst, withDescendants } from '../snapshot/descendants';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

const MAX_NAME = 60;

/** Returns the authors and co-authors of the commits of a goal and all goals below it, each once, by name: nobody is ranked. */
export function contributorsOf(id: string, snapshot: Snapshot): string[] {
  return [...new Set(namesOf(withDescendants(id, snapshot)).values())].sort(byName);
}

/**
 * Returns a lookup of contributors for a report that asks about many goals. Each goal gets only the first names, which follow from
 * the first names of the goals below it.
 */
export function contributorFinder(snapshot: Snapshot, most: number): (id: string) => readonly string[] {
  const names = namesOf([...snapshot.goals.values()]);
  const sorted = [...new Set(names.values())].sort(byName);
  const places = new Map(sorted.map((name, place) => [name, place]));
  const first = (found: Iterable<number>): number[] => [...new Set(found)].sort((a, b) => a - b).slice(0, most);
  const byCommit = new Map<LinkedCommit, readonly number[]>();
  const placesOf = (commit: LinkedCommit): readonly number[] => {
    const known =
      byCommit.get(commit) ?? first(peopleOf(commit).map(({ email }) => places.get(names.get(email) ?? '') ?? 0));
    byCommit.set(commit, known);
    return known;
  };
  const byGoal = new Map<string, readonly number[]>();
  for (const { goal, children, commits } of childrenFirst(snapshot)) {
    const below = children.flatMap((child) => byGoal.get(child) ?? []);
    byGoal.set(goal.id, first([...below, ...commits.flatMap(placesOf)]));
  }
  return (id) => (byGoal.get(id) ?? []).map((place) => sorted[place] ?? '');
}

/** Returns names by address. A commit that many goals name is examined once. */
function namesOf(nodes: readonly GoalNode[]): ReadonlyMap<string, string> {
  const commits = new Set(nodes.flatMap((node) => node.commits));
  const people = new Map(
    [...commits].flatMap(peopleOf).map(({ name, email }) => [email, name === '' ? email : name] as const),
  );
  return new Map([...people].map(([email, name]) => [email, oneLine(name, MAX_NAME)]));
}

function peopleOf({ author, coAuthors = [] }: LinkedCommit): readonly CommitAuthor[] {
  return [author, ...coAuthors];
}

function byName(a: string, b: string): number {
  return byCodeUnit(foldText(a), foldText(b)) || byCodeUnit(a, b);
}
