/** no-git: there is no git to run; failed: git said no; timeout and too-large: it was stopped. */
export type GitErrorCode = 'no-git' | 'failed' | 'timeout' | 'too-large';

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
