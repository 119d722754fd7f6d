import { GitError } from './gitError';

/** git's way to say "there is none" is an exit code other than 0 without more. What a partial clone lacks is not there either. */
export async function outputOrNothing(output: Promise<string>): Promise<string | undefined> {
  try {
    return (await output) || undefined;
  } catch (error) {
    if (error instanceof GitError && (error.code === 'failed' || error.code === 'not-fetched')) return undefined;
    throw error;
  }
}
