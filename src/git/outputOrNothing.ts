import { GitError } from './gitError';

/** git's way to say "there is none" is an exit code other than 0 without more. */
export async function outputOrNothing(output: Promise<string>): Promise<string | undefined> {
  try {
    return (await output) || undefined;
  } catch (error) {
    if (error instanceof GitError && error.code === 'failed') return undefined;
    throw error;
  }
}
