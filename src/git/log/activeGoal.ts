import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { GOAL_ID } from '../../core/document/recordId';
import { goalOfBranch } from '../../core/text/trailers';
import { activeFile, microgoalsFolder } from '../run/gitFolder';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';
import { currentBranch } from '../run/repositoryFacts';

/** Goal that a worktree works on. `stopped` differs from `none`: it also keeps the branch name from counting. */
export type ActiveGoal =
  | { readonly state: 'active'; readonly id: string; readonly personal: boolean }
  | { readonly state: 'stopped' }
  | { readonly state: 'none' };

const STOPPED = '-';
/** Placeholder for the branch when the choice is made with a detached HEAD. */
const DETACHED = 'HEAD';

/** Returns the goal that was chosen, on whichever branch. */
export async function readActiveGoal(repository: Repository): Promise<ActiveGoal> {
  const [chosen = ''] = await linesOf(activeFile(repository));
  if (GOAL_ID.test(chosen)) return { state: 'active', id: chosen, personal: false };
  if (chosen !== STOPPED) return { state: 'none' };
  const [personal = ''] = await linesOf(personalFile(repository));
  return GOAL_ID.test(personal) ? { state: 'active', id: personal, personal: true } : { state: 'stopped' };
}

/**
 * Returns the goal that is worked on, as the hook sees it, too. A choice holds on the branch it was made on and on every branch that is not
 * named after a goal. Checking out a branch that is named after a goal chooses that goal until another choice is made there.
 */
export async function readEffectiveGoal(repository: Repository): Promise<ActiveGoal> {
  const chosen = await readActiveGoal(repository);
  const branch = await currentBranch(repository);
  const id = goalOfBranch(branch ?? '');
  if (id === undefined) return chosen;
  const chosenAt = await chosenOn(repository);
  // Without a second line the branch is unknown, so the choice holds everywhere.
  const holds = chosen.state !== 'none' && (chosenAt === '' || chosenAt === refOf(branch));
  return holds ? chosen : { state: 'active', id, personal: false };
}

/**
 * Writes the choice and, in a second line, the branch it is made on. A personal goal is written where the hook does not look: the
 * hook reads `-` and leaves no trace in a commit.
 */
export async function writeActiveGoal(repository: Repository, goal: ActiveGoal): Promise<void> {
  if (goal.state === 'active' && !GOAL_ID.test(goal.id)) throw new TypeError(`${goal.id} is no goal id.`);
  const personal = goal.state === 'active' && goal.personal;
  if (personal) await writeWhole(personalFile(repository), `${goal.id}\n`);
  else await rm(personalFile(repository), { force: true });
  if (goal.state === 'none') await rm(activeFile(repository), { force: true });
  else {
    const chosen = goal.state === 'active' && !personal ? goal.id : STOPPED;
    await writeWhole(activeFile(repository), `${chosen}\n${refOf(await currentBranch(repository))}\n`);
  }
}

/** Returns the full name of the branch on which the choice was made; empty if it is not known. */
export async function chosenOn(repository: Repository): Promise<string> {
  const [, branch = ''] = await linesOf(activeFile(repository));
  return branch;
}

function refOf(branch: string | undefined): string {
  return branch === undefined ? DETACHED : `refs/heads/${branch}`;
}

/** Returns the file that names a personal goal. It is out of sight of the hook and is written when the goal is chosen. */
export function personalFile(repository: Repository): string {
  return path.join(microgoalsFolder(repository.gitDir), 'active-personal');
}

async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').map((line) => line.trim());
}
