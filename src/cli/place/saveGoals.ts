import type { Change } from '../../core/document/change';
import type { GoalFile } from '../../core/space/goalSources';
import type { StoredGoal } from './readGoals';

/** Saves the changes of several goals, each file once. */
export async function saveGoals(
  goals: readonly StoredGoal[],
  changesOf: (goal: StoredGoal) => readonly Change[],
): Promise<void> {
  const byFile = new Map<GoalFile, Change[]>();
  for (const goal of goals) {
    const changes = byFile.get(goal.file) ?? [];
    changes.push(...changesOf(goal));
    byFile.set(goal.file, changes);
  }
  for (const [file, changes] of byFile) if (changes.length > 0) await file.save(changes);
}
