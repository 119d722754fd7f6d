import type { BurnUpPoint } from '../../core/reports/burnUp';
import { burnUpUntil } from '../../core/reports/burnUp';
import { systemClock } from '../../store/nodePorts';
import type { GoalService } from '../service/goalService';

/** Returns the progress of a team goal until now; empty if there is no such goal (any more). Rejects with a `GitError`. */
export async function goalBurnUp(
  { snapshot, place }: Pick<GoalService, 'snapshot' | 'place'>,
  id: string,
): Promise<BurnUpPoint[]> {
  const node = snapshot?.goals.get(id);
  if (!place || node?.scope !== 'team') return [];
  const [revisions, commits] = await Promise.all([place.revisionsOf(id), place.space.commits?.linkedCommits() ?? []]);
  return burnUpUntil(systemClock.now(), node, revisions, commits);
}
