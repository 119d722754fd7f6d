import type { LinkedCommit } from './linkedCommit';
import { groupedBy } from './groupedBy';

export interface Completion {
  /** Full name of the commit that closes the goal. */
  readonly commit: string;
  /** Milliseconds since 1970: min(author date, committer date, now), or when a record said that the commit closes the goal. */
  readonly at: number;
}

/**
 * Returns, by goal id, the latest commit of HEAD's history that closes the goal and is not undone. The latest commit wins because it
 * also closes a goal that was reopened in the file in between. A revert undoes a commit; a revert of that revert restores it.
 * @param now milliseconds since 1970: a commit from a clock that runs ahead counts as made now.
 */
export function completedBy(commits: readonly LinkedCommit[], now: number): Map<string, Completion> {
  const here = commits.filter((commit) => commit.inHead);
  const undone = undoneCommits(here);
  const completions = new Map<string, Completion>();
  for (const { commit, date, goals } of here) {
    if (undone.has(commit)) continue;
    for (const { id, closes, closedAt = date } of goals) {
      // Whoever links an old commit says so later than whatever the goal said then.
      const at = Math.min(Math.max(date, closedAt), now);
      const known = completions.get(id);
      if (closes && (known === undefined || at > known.at)) completions.set(id, { commit, at });
    }
  }
  return completions;
}

/** Returns, by goal id, the newest closing commit on an integration branch that no revert took back, there or here. */
export function mergedClosings(commits: readonly LinkedCommit[]): Map<string, string> {
  const undone = takenBack(commits);
  const closings = new Map<string, string>();
  for (const { commit, state, goals } of commits) {
    if (state !== 'merged' || undone.has(commit)) continue;
    for (const { id, closes } of goals) if (closes && !closings.has(id)) closings.set(id, commit);
  }
  return closings;
}

/** Returns the names of the commits that a revert took back, on an integration branch or here. */
export function takenBack(commits: readonly LinkedCommit[]): Set<string> {
  return undoneCommits(commits.filter(({ state, inHead }) => state === 'merged' || inHead));
}

/** Returns the names of the commits that a revert has undone, unless the revert itself is undone. */
export function undoneCommits(commits: readonly LinkedCommit[]): Set<string> {
  const reverts = commits.flatMap(({ commit, reverts: targets }) => targets.map((target) => ({ commit, target })));
  const byTarget = groupedBy(reverts, ({ target }) => target);
  const reverters = new Map([...byTarget].map(([target, those]) => [target, those.map(({ commit }) => commit)]));
  const verdicts = new Map<string, boolean>();
  for (const target of reverters.keys()) judge(target, reverters, verdicts);
  return new Set([...verdicts].filter(([, undone]) => undone).map(([commit]) => commit));
}

/** Decides whether a commit is undone. It keeps its own stack because a long chain of reverts must not exhaust the engine's. */
function judge(start: string, reverters: ReadonlyMap<string, readonly string[]>, verdicts: Map<string, boolean>): void {
  const stack = [start];
  const entered = new Set<string>();
  for (let commit = stack.at(-1); commit !== undefined; commit = stack.at(-1)) {
    const by = reverters.get(commit) ?? [];
    // `entered` ends a circle; only a forged message can claim one.
    const open = by.filter((name) => !verdicts.has(name) && !entered.has(name));
    entered.add(commit);
    if (open.length > 0) {
      for (const name of open) stack.push(name);
      continue;
    }
    if (!verdicts.has(commit))
      verdicts.set(
        commit,
        by.some((name) => verdicts.get(name) === false),
      );
    stack.pop();
  }
}
