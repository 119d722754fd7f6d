import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { OBJECT_NAME } from '../core/model/objectName';
import type { Repository } from '../git/repository';
import { isShallow, keptRootCommit, rootCommit } from '../git/repositoryFacts';
import { personalFolder, REPOSITORIES } from '../store/personalFiles';

/**
 * The commit that personal goals of the repository are filed under. The first look at it goes through all of history.
 * @param readOnly whoever only reads is spared that where no file can be there: undefined then.
 */
export async function personalRoot(
  repository: Repository,
  environment: NodeJS.ProcessEnv,
  readOnly: boolean,
): Promise<string | undefined> {
  if (!readOnly || isShallow(repository)) return rootCommit(repository);
  const known = await keptRootCommit(repository);
  return known ?? ((await mayHaveFile(repository, environment)) ? rootCommit(repository) : undefined);
}

/** Whether any file is named after a first commit that this repository has. */
async function mayHaveFile({ root, commonDir }: Repository, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const folder = path.join(await personalFolder(environment, commonDir), REPOSITORIES);
  const files = await readdir(folder).catch(() => []);
  const names = files.map((file) => path.basename(file, '.json')).filter((name) => OBJECT_NAME.test(name));
  if (names.length === 0) return false;
  const { readCommits } = await import('../git/commitFacts');
  return (await readCommits(root, names)).some(({ parent }) => parent === undefined);
}
