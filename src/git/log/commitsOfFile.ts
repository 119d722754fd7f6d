import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { readBranchTips, tipNames } from '../branches/branchTips';
import { GitError } from '../run/gitError';
import { literally, nameInTree } from '../files/pathInTree';
import type { Repository } from '../run/repository';
import { runGit, PLAIN_LOG } from '../run/runGit';

/** Most commits that are listed; older ones are skipped. */
const MOST = 2000;
/** Time limit for following renames, which compares the trees of every commit; after it, only the present name is searched. */
const FOLLOW_MILLIS = 5000;

/**
 * Returns the full names of the newest commits of HEAD and all branches that changed a file, also under its earlier names.
 * @param file absolute path; the file may be gone. @returns undefined for a file outside the work tree.
 * @throws GitError
 */
export async function commitsOfFile(repository: Repository, file: string): Promise<ReadonlySet<string> | undefined> {
  const folder = path.dirname(file);
  // Only the folder is resolved: git keeps a symbolic link as a file of its own.
  const place = path.join(await realpath(folder).catch(() => folder), path.basename(file));
  const name = nameInTree(repository, place);
  if (name === '' || name.split('/', 1)[0] === '..' || path.isAbsolute(name)) return undefined;
  const tips = tipNames(await readBranchTips(repository));
  if (tips.length === 0) return new Set();
  const input = tips.map((tip) => `${tip}\n`).join('');
  const log = (options: readonly string[], timeoutMillis?: number): Promise<string> =>
    runGit(
      repository.root,
      [...PLAIN_LOG, ...NAMES, ...options, '--stdin', '--', literally(name)],
      timeoutMillis === undefined ? { input } : { input, timeoutMillis },
    );
  const output = await log(['--follow'], FOLLOW_MILLIS).catch((error: unknown) => {
    if (error instanceof GitError && error.code === 'timeout') return log([]);
    throw error;
  });
  return new Set(output.split('\n').filter((line) => line !== ''));
}

const NAMES = ['--format=%H', `--max-count=${MOST}`];
