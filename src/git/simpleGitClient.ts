import { GIT_VARIABLES, gitEnvironment, SAFE_SETTINGS } from './gitEnvironment';
import { GitError } from './gitError';
import type { RunGit } from './runGit';

/** simple-git as the back end of one-shot commands in the extension host: it queues them, two at a time for each folder. */
export async function simpleGitClient(timeoutMillis = 60_000): Promise<RunGit> {
  // Loaded with the first repository: the command line never pays for it, and no folder without git does.
  const { simpleGit } = await import('simple-git');
  const clients = new Map<string, ReturnType<typeof simpleGit>>();
  return async (folder, args) => {
    try {
      const client =
        clients.get(folder) ??
        simpleGit({
          baseDir: folder,
          maxConcurrentProcesses: 2,
          completion: { onExit: false },
          timeout: { block: timeoutMillis },
          // Its guard refuses these in general; ours only say where settings are and switch the monitor off.
          allowEnvironment: [...GIT_VARIABLES],
          unsafe: { allowUnsafeConfigPaths: true, allowUnsafeFsMonitor: true },
        }).env(gitEnvironment(process.env));
      clients.set(folder, client);
      return await client.raw([...SAFE_SETTINGS, ...args]);
    } catch (error) {
      throw asGitError(error);
    }
  };
}

function asGitError(error: unknown): GitError {
  const message = error instanceof Error ? error.message : String(error);
  return new GitError(/ENOENT/.test(message) ? 'no-git' : 'failed', message.trim().split('\n', 1)[0] ?? '');
}
