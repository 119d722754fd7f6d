import type { RecordHistory } from '../core/reports/goalActivity';
import { NO_HISTORY, recordsOfGoal } from '../core/reports/goalActivity';
import type { GoalNode, Snapshot } from '../core/snapshot/snapshot';
import { GitError } from '../git/run/gitError';
import { recordHistory } from '../git/people/recordHistory';
import type { Place } from './openPlace';

/** Returns what the committed versions of the team's files tell of a goal and its records; nothing of a personal goal. */
export async function historyOf(
  { repository, team, archive }: Pick<Place, 'repository' | 'team' | 'archive'>,
  node: GoalNode,
  snapshot: Snapshot,
): Promise<RecordHistory> {
  if (!repository || node.scope !== 'team') return NO_HISTORY;
  const files = [team?.path, archive?.path].filter((each) => each !== undefined);
  // Without a readable history, the file still tells the last change of each field.
  return recordHistory(repository, files, recordsOfGoal(node, snapshot)).catch((error: unknown) =>
    error instanceof GitError && error.code === 'not-fetched' ? { ...NO_HISTORY, extent: 'partial' } : NO_HISTORY,
  );
}
