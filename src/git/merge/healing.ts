import type { FileReading } from '../../core/document/fileReading';
import type { HealingPlan } from '../../core/document/healing';
import { isDamaged, planHealing } from '../../core/document/healing';
import { parseGoalFile } from '../../core/document/parseGoalFile';
import type { Disagreement } from '../../core/document/merge';
import { appendDisagreements } from './disagreementFile';
import { microgoalsFolder } from '../run/gitFolder';
import { readBlob, readResolvedStages, readUnmergedStages } from '../files/indexStages';
import { readJoinedByLines } from './lineMerge';
import { readMergeTips } from './mergeTips';
import { nameInTree } from '../files/pathInTree';
import type { Repository } from '../run/repository';

/**
 * Plans how to heal a goals file after a merge. Changes nothing.
 * @param file absolute path; @param disk the file as it is on disk.
 */
export async function examineFile(repository: Repository, file: string, disk: FileReading): Promise<HealingPlan> {
  const name = nameInTree(repository, file);
  const unmerged = await readUnmergedStages(repository, name);
  const resolved = unmerged ? undefined : await readResolvedStages(repository, name);
  const joined = unmerged || !isDamaged(disk) ? undefined : await readJoinedByLines(repository, file);
  return planHealing({ disk, unmerged, resolved, joined });
}

/** Notes the disagreements of both sides. Call it before you write the healed file, so that none gets lost unseen. */
export async function noteDisagreements(
  repository: Repository,
  file: string,
  disagreements: readonly Disagreement[],
): Promise<void> {
  if (disagreements.length === 0) return;
  const tips = await readMergeTips(repository.root, {});
  const entries = disagreements.map((each) => ({ file: nameInTree(repository, file), ...each, tips }));
  await appendDisagreements(microgoalsFolder(repository.commonDir), entries);
}

/** Returns the newest commit whose version of the file is readable, for a file that cannot be healed. */
export async function lastGoodCommit(repository: Repository, file: string): Promise<string | undefined> {
  const name = nameInTree(repository, file);
  const commits = await repository.git('log', '--format=%H', '-n', '100', '--', name).catch(() => '');
  for (const commit of commits.split('\n').filter((line) => line !== '')) {
    const bytes = await readBlob(repository, `${commit}:${name}`).catch(() => undefined);
    if (bytes && parseGoalFile(bytes).state === 'ok') return commit;
  }
  return undefined;
}
