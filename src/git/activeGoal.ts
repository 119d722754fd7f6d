import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { GOAL_ID } from '../core/document/recordId';
import { goalOfBranch } from '../core/text/trailers';
import { microgoalsFolder } from './gitFolder';
import { replaceFile } from './replaceFile';
import type { Repository } from './repository';
import { currentBranch } from './repositoryFacts';

/** What a worktree works on. `stopped` differs from `none`: it also keeps the branch name from counting. */
export type ActiveGoal =
  | { readonly state: 'active'; readonly id: string; readonly personal: boolean }
  | { readonly state: 'stopped' }
  | { readonly state: 'none' };

const STOPPED = '-';

export async function readActiveGoal(repository: Repository): Promise<ActiveGoal> {
  const chosen = await firstLine(activeFile(repository));
  if (GOAL_ID.test(chosen)) return { state: 'active', id: chosen, personal: false };
  if (chosen !== STOPPED) return { state: 'none' };
  const personal = await firstLine(personalFile(repository));
  return GOAL_ID.test(personal) ? { state: 'active', id: personal, personal: true } : { state: 'stopped' };
}

/** The id the hook will use next to what was chosen: the branch's, unless a goal was chosen or work was stopped. */
export async function readEffectiveGoal(repository: Repository): Promise<ActiveGoal> {
  const chosen = await readActiveGoal(repository);
  if (chosen.state !== 'none') return chosen;
  const id = goalOfBranch((await currentBranch(repository)) ?? '');
  return id === undefined ? chosen : { state: 'active', id, personal: false };
}

/** A personal goal is written where the hook does not look: the hook reads `-` and leaves no trace in a commit. */
export async function writeActiveGoal(repository: Repository, goal: ActiveGoal): Promise<void> {
  if (goal.state === 'active' && !GOAL_ID.test(goal.id)) throw new TypeError(`${goal.id} is no goal id.`);
  const personal = goal.state === 'active' && goal.personal;
  if (personal) await replaceFile(personalFile(repository), `${goal.id}\n`);
  else await rm(personalFile(repository), { force: true });
  if (goal.state === 'none') await rm(activeFile(repository), { force: true });
  else await replaceFile(activeFile(repository), `${goal.state === 'active' && !personal ? goal.id : STOPPED}\n`);
}

/** For watchers: the file that changes when the choice does. */
export function activeFile(repository: Repository): string {
  return path.join(microgoalsFolder(repository.gitDir), 'active');
}

function personalFile(repository: Repository): string {
  return path.join(microgoalsFolder(repository.gitDir), 'active-personal');
}

async function firstLine(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return (text.split('\n', 1)[0] ?? '').trim();
}
