/** no-git: there is no git to run; failed: git said no; not-fetched: a partial clone lacks it; timeout and too-large: it was stopped. */
export type GitErrorCode = 'no-git' | 'failed' | 'not-fetched' | 'timeout' | 'too-large';

/** What git says of an object that it may not fetch. */
const NOT_FETCHED = /lazy fetching disabled|from promisor remote|^fatal: transport '.*' not allowed/m;

/** A failed git process; the message is git's first line on stderr and fit for a person. */
export class GitError extends Error {
  override readonly name = 'GitError';
  constructor(
    readonly code: GitErrorCode,
    message: string,
    /** git's exit code where it ended by itself. */
    readonly exitCode?: number,
  ) {
    super(message);
  }
}

/** Returns what a process that ended with another code than 0 has said. @param exitCode null for a signal. */
export function failedGit(stderr: string, exitCode: number | null): GitError {
  if (NOT_FETCHED.test(stderr)) {
    const text =
      'This clone is a partial one: git has not fetched all that is needed here, and nothing is fetched by itself.';
    return new GitError('not-fetched', text, exitCode ?? undefined);
  }
  const message = stderr.trim().split('\n', 1)[0] || `git ended with ${exitCode ?? 'a signal'}.`;
  return new GitError('failed', message, exitCode ?? undefined);
}

/** git's way to say "there is none" is an exit code other than 0 without more. What a partial clone lacks is not there either. */
export async function outputOrNothing(output: Promise<string>): Promise<string | undefined> {
  try {
    return (await output) || undefined;
  } catch (error) {
    if (error instanceof GitError && (error.code === 'failed' || error.code === 'not-fetched')) return undefined;
    throw error;
  }
}
