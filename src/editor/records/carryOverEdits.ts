import * as vscode from 'vscode';
import { fileOf } from '../../core/space/goalSpace';
import type { BranchGoal } from '../../core/snapshot/branchPlaces';
import { byLatestBranch, carryOver, knownHere } from '../../core/branches/carryOver';
import { PlainError } from '../service/commandBoundary';
import type { GoalService } from '../service/goalService';
import type { FileEdit } from '../service/undoHistory';
import { plain } from '../texts/words';

const { t } = vscode.l10n;

/** The edits that write goals only other branches have into the shared file here, under the same ids. */
export async function carryOverEdits(
  { place, snapshot }: Pick<GoalService, 'place' | 'snapshot'>,
  goals: readonly BranchGoal[],
): Promise<readonly FileEdit[]> {
  const repository = place?.repository;
  if (!repository || !snapshot?.branches) return [];
  const { fileAtRevision } = await import('../../git/files/fileAtRevision');
  const path = fileOf(place.space, 'team').path;
  const edits: FileEdit[] = [];
  for (const [name, ids] of byLatestBranch(goals)) {
    const commit = snapshot.branches.facts.branches.find(({ branch }) => branch === name)?.commit;
    const reading = commit === undefined ? undefined : await fileAtRevision(repository, commit, path);
    if (reading?.state !== 'ok') throw new PlainError(t('The goals of {0} cannot be read.', plain(name)));
    edits.push({ path, changes: carryOver(ids, reading.document, knownHere(snapshot)) });
  }
  return edits;
}
