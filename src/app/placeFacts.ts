import type { BurnUpRevision } from '../core/reports/burnUp';
import type { Snapshot } from '../core/snapshot/snapshot';
import type { Statement } from '../core/snapshot/statements';
import type { BranchFiles } from '../git/branches/branchFiles';
import { systemRandom } from '../store/nodePorts';
import type { Place } from './openPlace';

// Git's facts about a place. Each call asks git anew, so frequent callers keep the answer. Git code is loaded with the first question.

/** Returns the address of the person at the keyboard, in lower case; undefined if neither the settings nor git name one. */
export async function myAddress({
  repository,
  email,
}: Pick<Place, 'repository' | 'email'>): Promise<string | undefined> {
  if (email !== '') return email;
  if (!repository) return undefined;
  const { userEmail } = await import('../git/run/repositoryFacts');
  return userEmail(repository);
}

/** Returns the names of all committers, by address. */
export async function committers({ repository }: Pick<Place, 'repository'>): Promise<ReadonlyMap<string, string>> {
  if (!repository) return new Map();
  const { authors } = await import('../git/run/repositoryFacts');
  return new Map((await authors(repository)).map(({ email, name }) => [email, name]));
}

/** Returns the id of the active goal of this work tree. */
export async function activeGoal({ repository }: Pick<Place, 'repository'>): Promise<string | undefined> {
  if (!repository) return undefined;
  const { readEffectiveGoal } = await import('../git/log/activeGoal');
  const active = await readEffectiveGoal(repository);
  return active.state === 'active' ? active.id : undefined;
}

/** Returns the reader of other branches' goals; it remembers the versions it has read. */
export async function branchFiles({
  repository,
  team,
}: Pick<Place, 'repository' | 'team'>): Promise<BranchFiles | undefined> {
  if (!repository || !team) return undefined;
  const { BranchFiles } = await import('../git/branches/branchFiles');
  return new BranchFiles(repository, team.path);
}

/**
 * Returns the provenance of signatures and confirmations, as history tells it.
 * @param me address of the clone's owner. @throws GitError
 */
export async function provenanceOf(
  { repository, team, archive }: Pick<Place, 'repository' | 'team' | 'archive'>,
  statements: readonly Statement[],
  me: string | undefined,
): Promise<Snapshot['provenance']> {
  if (!repository || statements.length === 0) return new Map();
  const { knownProvenance } = await import('../git/people/knownProvenance');
  const files = [team?.path, archive?.path].filter((each) => each !== undefined);
  return knownProvenance(repository, { files, statements, me });
}

/** Returns the states of a goal in the committed versions of the shared file. @throws GitError */
export async function revisionsOf(
  { repository, team }: Pick<Place, 'repository' | 'team'>,
  id: string,
): Promise<readonly BurnUpRevision[]> {
  if (!repository || !team) return [];
  const { goalHistory } = await import('../git/files/goalHistory');
  return goalHistory(repository, team.path, id);
}

/** Records in the person's own file the commits made for a personal goal since the last look. @throws GitError, GoalFileError */
export async function keepCommits({ repository, files }: Pick<Place, 'repository' | 'files'>): Promise<void> {
  const own = files.find(({ scope }) => scope === 'personal')?.file;
  if (!repository || !own) return;
  const { keepPersonalCommits } = await import('../git/log/keepPersonalCommits');
  await keepPersonalCommits(repository, own, systemRandom);
}
