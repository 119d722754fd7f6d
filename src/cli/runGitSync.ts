import { spawnSync } from 'node:child_process';
import { gitEnvironment, SAFE_SETTINGS } from '../git/gitEnvironment';
import { GitError } from '../git/gitError';
import type { RunGit } from '../git/runGit';

const MEGABYTE = 1024 * 1024;

/** For a process that has nothing else to do meanwhile: the streams of a child that runs beside cost more than git itself. */
export const runGitSync: RunGit = (folder, args, limits = {}) => {
  const { input = '', timeoutMillis = 60_000, maxBytes = 512 * MEGABYTE } = limits;
  const { error, status, stdout, stderr } = spawnSync('git', [...SAFE_SETTINGS, ...args], {
    cwd: folder,
    env: gitEnvironment(process.env),
    windowsHide: true,
    timeout: timeoutMillis,
    maxBuffer: maxBytes,
    encoding: 'utf8',
    input,
  });
  if (error) return Promise.reject(startError(error));
  if (status === 0) return Promise.resolve(stdout);
  const message = stderr.trim().split('\n', 1)[0] ?? '';
  return Promise.reject(
    new GitError('failed', message || `git ended with ${status ?? 'a signal'}.`, status ?? undefined),
  );
};

function startError(error: NodeJS.ErrnoException): GitError {
  if (error.code === 'ENOENT') return new GitError('no-git', 'Git was not found.');
  if (error.code === 'ETIMEDOUT') return new GitError('timeout', 'git took too long.');
  return new GitError('failed', error.message);
}
