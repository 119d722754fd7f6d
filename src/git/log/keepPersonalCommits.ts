import type { GoalFile } from '../../core/space/goalSources';
import type { Random } from '../../core/ports/ports';
import type { CommitName } from '../../core/commits/linkActions';
import { linkCommit, renameCommit } from '../../core/commits/linkActions';
import { recordedLinks } from '../../core/commits/recordedLinks';
import { newCommits } from './headLog';
import { patchIds } from './patchIds';
import type { Repository } from '../run/repository';

/**
 * Records in the person's own file the commits made while a personal goal was active, since a commit itself never names one. It
 * also follows amended commits. Rejects with a `GitError` or a `GoalFileError`; the next call then finds all of it again.
 */
export async function keepPersonalCommits(repository: Repository, file: GoalFile, random: Random): Promise<void> {
  const { made, amended, keep } = await newCommits(repository);
  if (made.length > 0 || amended.size > 0) {
    const existing = recordedLinks([{ scope: 'personal', path: file.path, reading: await file.read() }]);
    const renamed = existing.filter(({ commit }) => amended.has(commit));
    const names = [...made, ...renamed].map(({ commit }) => lastName(commit, amended));
    const patches = await patchIds(repository, names);
    const nameOf = (commit: string): CommitName => {
      const name = lastName(commit, amended);
      return { commit: name, patch: patches.get(name) };
    };
    const changes = [
      ...renamed.flatMap((link) => renameCommit(link, nameOf(link.commit))),
      ...made.flatMap(({ goal, commit }) => linkCommit(goal, nameOf(commit), false, existing, random)),
    ];
    if (changes.length > 0) await file.save(changes);
  }
  await keep();
}

/** Returns the name of a commit after all amending. */
function lastName(commit: string, amended: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let name = commit;
  for (let next = amended.get(name); next !== undefined && !seen.has(next); next = amended.get(name)) {
    seen.add(name);
    name = next;
  }
  return name;
}
