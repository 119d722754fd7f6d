import { isOver } from '../../core/goals/focus';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { keepCommits } from '../../app/placeFacts';
import type { VerbPlace } from './verbPlace';

/**
 * Ends the work on the active goal of this work tree: commits name none from now on, and those up to now are kept with it.
 * @returns its id; undefined if no goal was active, or if it is to go on
 */
export async function endWork(
  place: VerbPlace,
  isToEnd: (id: string) => boolean = () => true,
): Promise<string | undefined> {
  const { repository } = place;
  if (!repository) return undefined;
  const { readEffectiveGoal, writeActiveGoal } = await import('../../git/log/activeGoal');
  const active = await readEffectiveGoal(repository);
  if (active.state !== 'active' || !isToEnd(active.id)) return undefined;
  await keepCommits(place);
  await writeActiveGoal(repository, { state: 'stopped' });
  return active.id;
}

/** Ends the work on a closed goal that a commit has named since, as the editor does when it sees that commit. */
export async function endWorkThatIsOver(snapshot: Snapshot, place: VerbPlace): Promise<Snapshot> {
  const node = snapshot.active === undefined ? undefined : snapshot.goals.get(snapshot.active);
  if (!node || !isOver(node)) return snapshot;
  // Whoever only looks is shown the truth, even where git's folder cannot be written.
  await endWork(place, (id) => id === node.goal.id).catch(() => undefined);
  return { ...snapshot, active: undefined };
}
