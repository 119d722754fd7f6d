import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { GOAL_ID } from '../../core/document/recordId';
import { goalOfBranch } from '../../core/text/trailers';
import { microgoalsFolder } from '../run/gitFolder';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';
import { currentBranch } from '../run/repositoryFacts';

/** What a worktree works on. `stopped` differs from `none`: it also keeps the branch name from counting. */
export type ActiveGoal =
  | { readonly state: 'active'; readonly id: string; readonly personal: boolean }
  | { readonly state: 'stopped' }
  | { readonly state: 'none' };

const STOPPED = '-';
/** What stands for the branch of a choice made on none. */
const DETACHED = 'HEAD';

/** What was chosen, wherever that was. */
export async function readActiveGoal(repository: Repository): Promise<ActiveGoal> {
  const [chosen = ''] = await linesOf(activeFile(repository));
  if (GOAL_ID.test(chosen)) return { state: 'active', id: chosen, personal: false };
  if (chosen !== STOPPED) return { state: 'none' };
  const [personal = ''] = await linesOf(personalFile(repository));
  return GOAL_ID.test(personal) ? { state: 'active', id: personal, personal: true } : { state: 'stopped' };
}

/**
 * The goal that is worked on, as the hook sees it, too. A choice holds on the branch it was made on and on every branch that
 * is named after no goal; the checkout of a branch that is named after one is a choice of that goal, until one is made there.
 */
export async function readEffectiveGoal(repository: Repository): Promise<ActiveGoal> {
  const chosen = await readActiveGoal(repository);
  const branch = await currentBranch(repository);
  const id = goalOfBranch(branch ?? '');
  if (id === undefined) return chosen;
  const chosenAt = await chosenOn(repository);
  // Without a second line nothing is known of the branch: the choice holds everywhere.
  const holds = chosen.state !== 'none' && (chosenAt === '' || chosenAt === refOf(branch));
  return holds ? chosen : { state: 'active', id, personal: false };
}

/**
 * Writes the choice and, in a second line, the branch it is made on. A personal goal is written where the hook does not look:
 * the hook reads `-` and leaves no trace in a commit.
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

/** Full name of the branch on which the choice was made; empty where that is not known. */
export async function chosenOn(repository: Repository): Promise<string> {
  const [, branch = ''] = await linesOf(activeFile(repository));
  return branch;
}

function refOf(branch: string | undefined): string {
  return branch === undefined ? DETACHED : `refs/heads/${branch}`;
}

/** For watchers: the file that changes when the choice does. */
export function activeFile(repository: Repository): string {
  return path.join(microgoalsFolder(repository.gitDir), 'active');
}

/** Where a personal goal is named, out of sight of the hook; written when it is chosen. */
export function personalFile(repository: Repository): string {
  return path.join(microgoalsFolder(repository.gitDir), 'active-personal');
}

async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').map((line) => line.trim());
}
