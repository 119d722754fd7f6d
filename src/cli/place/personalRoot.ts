import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { OBJECT_NAME } from '../../core/snapshot/linkedCommit';
import type { Repository } from '../../git/run/repository';
import { readActiveGoal } from '../../git/log/activeGoal';
import { isShallow, keptRootCommit, rootCommit } from '../../git/run/repositoryFacts';
import { runGit } from '../../git/run/runGit';
import { personalFolder, REPOSITORIES } from '../../store/personalFiles';

/**
 * Returns the commit that personal goals of the repository are filed under. The first call searches all of history.
 * @param readOnly if true, the search is skipped where no file can exist, and the result is undefined.
 */
export async function personalRoot(
  repository: Repository,
  environment: NodeJS.ProcessEnv,
  readOnly: boolean,
): Promise<string | undefined> {
  if (!readOnly || isShallow(repository)) return rootCommit(repository);
  const known = await keptRootCommit(repository);
  if (known !== undefined) return known;
  const isWanted = (await isRecording(repository)) || (await mayHaveFile(repository, environment));
  return isWanted ? rootCommit(repository) : undefined;
}

/** Tells whether a personal goal is active: the next command records its commits, even a command that only reads. */
async function isRecording(repository: Repository): Promise<boolean> {
  const active = await readActiveGoal(repository);
  return active.state === 'active' && active.personal;
}

/** Tells whether any file is named after a first commit of this repository. */
async function mayHaveFile({ root, commonDir }: Repository, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const folder = path.join(await personalFolder(environment, commonDir), REPOSITORIES);
  const files = await readdir(folder).catch(() => []);
  const names = files.map((file) => path.basename(file, '.json')).filter((name) => OBJECT_NAME.test(name));
  if (names.length === 0) return false;
  // Most names belong to other repositories: a partial clone must not ask its remote for them.
  const args = ['rev-list', '--no-walk', '--max-parents=0', '--missing=allow-any', '--ignore-missing', '--stdin'];
  return (await runGit(root, args, { input: names.map((name) => `${name}\n`).join('') })) !== '';
}
