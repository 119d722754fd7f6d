import type { LinkedCommit } from '../model/linkedCommit';

/** For each goal the commit reachable from HEAD that completes it, the latest one. */
export function completionsOf(commits: readonly LinkedCommit[]): ReadonlyMap<string, LinkedCommit> {
  const completions = new Map<string, LinkedCommit>();
  for (const commit of commits) {
    if (commit.state === 'branch') continue;
    for (const { id, closes } of commit.goals) {
      const known = completions.get(id);
      if (closes && (!known || known.date < commit.date)) completions.set(id, commit);
    }
  }
  return completions;
}
