import type { Refusal } from '../core/changes/refusal';
import { byLatestBranch, carryOver, knownHere } from '../core/branches/carryOver';
import type { BranchGoal } from '../core/snapshot/goalsOnBranches';
import type { Snapshot } from '../core/snapshot/snapshot';
import { fileOf } from '../core/space/goalSpace';
import { oneLine } from '../core/text/safeText';
import type { FileEdit } from './edits';
import type { Place } from './openPlace';

/** Refusals in English; keys of the l10n bundle. */
export const CARRY_OVER_REFUSALS = { unreadable: 'The goals of {0} cannot be read.' } as const;

/**
 * Plans to write goals that only other branches have into the shared file here, under the same ids.
 * @param byBranch ids by the branch to take them from; by default each goal comes from the branch with its latest version.
 */
export async function carryOverEdits(
  goals: readonly BranchGoal[],
  snapshot: Snapshot,
  place: Pick<Place, 'repository' | 'files'>,
  byBranch: ReadonlyMap<string, readonly string[]> = byLatestBranch(goals),
): Promise<{ readonly edits: readonly FileEdit[] } | Refusal> {
  const { repository } = place;
  if (!repository || !snapshot.branches) return { edits: [] };
  const { fileAtRevision } = await import('../git/files/fileAtRevision');
  const { path } = fileOf(place, 'team');
  const edits: FileEdit[] = [];
  for (const [name, ids] of byBranch) {
    const commit = snapshot.branches.facts.branches.find(({ branch }) => branch === name)?.commit;
    const reading = commit === undefined ? undefined : await fileAtRevision(repository, commit, path);
    if (reading?.state !== 'ok') return { problem: CARRY_OVER_REFUSALS.unreadable, about: [oneLine(name, 100)] };
    edits.push({ path, changes: carryOver(ids, reading.document, knownHere(snapshot)) });
  }
  return { edits };
}
