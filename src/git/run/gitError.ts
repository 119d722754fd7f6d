/** Kinds of failure. no-git: no git to run; failed: git refused; not-fetched: a partial clone lacks it; timeout, too-large: stopped. */
export type GitErrorCode = 'no-git' | 'failed' | 'not-fetched' | 'timeout' | 'too-large';

/** Messages of git about an object that it may not fetch. */
const NOT_FETCHED = /lazy fetching disabled|from promisor remote|^fatal: transport '.*' not allowed/m;

/** Error for a failed git process; the message is git's first line on stderr and fit for a person. */
export class GitError extends Error {
  override readonly name = 'GitError';
  constructor(
    readonly code: GitErrorCode,
    message: string,
    /** Exit code of git if it ended by itself. */
    readonly exitCode?: number,
  ) {
    super(message);
  }
}

/** Returns the error of a process that ended with a code other than 0. @param exitCode null for a signal. */
export function failedGit(stderr: string, exitCode: number | null): GitError {
  if (NOT_FETCHED.test(stderr)) {
    const text =
      'This clone is a partial one: git has not fetched all that is needed here, and nothing is fetched by itself.';
    return new GitError('not-fetched', text, exitCode ?? undefined);
  }
  const message = stderr.trim().split('\n', 1)[0] || `git ended with ${exitCode ?? 'a signal'}.`;
  return new GitError('failed', message, exitCode ?? undefined);
}

/** Returns the output; undefined if git says "there is none" by a bare exit code other than 0, or a partial clone lacks it. */
export async function outputOrNothing(output: Promise<string>): Promise<string | undefined> {
  try {
    return (await output) || undefined;
  } catch (error) {
    if (error instanceof GitError && (error.code === 'failed' || error.code === 'not-fetched')) return undefined;
    throw error;
  }
}
