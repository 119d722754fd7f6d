import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GoneCommit } from '../../core/snapshot/linkedCommit';
import { microgoalsFolder } from '../run/gitFolder';
import type { Repository } from '../run/repository';

/** Commits that a person does not want to be asked about again in this clone; each line holds a goal and a commit. */
export type Dismissals = ReadonlySet<string>;

export async function readDismissals(repository: Pick<Repository, 'commonDir'>): Promise<Dismissals> {
  const text = await readFile(dismissedFile(repository), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter((line) => line !== ''));
}

/** Stops offering these commits for the goal and asking about them. */
export async function dismiss(
  repository: Pick<Repository, 'commonDir'>,
  goal: string,
  commits: readonly string[],
): Promise<void> {
  const file = dismissedFile(repository);
  await mkdir(path.dirname(file), { recursive: true });
  // One write of whole lines, so that two windows do not tear each other's lines.
  await appendFile(file, commits.map((commit) => `${goal} ${commit}\n`).join(''));
}

export function isDismissed(dismissals: Dismissals, goal: string, commit: string): boolean {
  return dismissals.has(`${goal} ${commit}`);
}

/** Leaves out the dismissed goals and commits; returns the same array if nothing was dismissed. */
export function withoutDismissed(commits: readonly GoneCommit[], dismissals: Dismissals): readonly GoneCommit[] {
  if (dismissals.size === 0) return commits;
  return commits.flatMap((gone) => {
    const goals = gone.goals.filter(({ id }) => !isDismissed(dismissals, id, gone.commit));
    return goals.length === 0 ? [] : [goals.length === gone.goals.length ? gone : { ...gone, goals }];
  });
}

function dismissedFile({ commonDir }: Pick<Repository, 'commonDir'>): string {
  return path.join(microgoalsFolder(commonDir), 'dismissed');
}
