import { startGitSync } from '../../git/run/gitCall';
import { failedGit, GitError } from '../../git/run/gitError';
import type { RunGit } from '../../git/run/runGit';

const MEGABYTE = 1024 * 1024;

/** Runs git and blocks the process, which has nothing else to do: the streams of a parallel child cost more than git itself. */
export const runGitSync: RunGit = (folder, args, limits = {}) => {
  const { input = '', timeoutMillis: timeout = 60_000, maxBytes: maxBuffer = 512 * MEGABYTE } = limits;
  return new Promise((resolve, reject) => {
    // An error thrown in here rejects the promise.
    const { error, status, stdout, stderr } = startGitSync(folder, args, {
      timeout,
      maxBuffer,
      input,
      encoding: 'utf8',
    });
    if (error) reject(startError(error));
    else if (status === 0) resolve(stdout);
    else reject(failedGit(stderr, status));
  });
};

function startError(error: NodeJS.ErrnoException): GitError {
  if (error.code === 'ENOENT') return new GitError('no-git', 'Git was not found.');
  if (error.code === 'ETIMEDOUT') return new GitError('timeout', 'git took too long.');
  return new GitError('failed', error.message);
}
