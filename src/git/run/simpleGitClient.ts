import { gitCall } from './gitCall';
import { GIT_VARIABLES } from './gitEnvironment';
import { failedGit, GitError } from './gitError';
import type { RunGit } from './runGit';

/** Creates the back end of one-shot commands in the extension host: simple-git, which queues them, two at a time for each folder. */
export async function simpleGitClient(timeoutMillis = 60_000): Promise<RunGit> {
  // Loaded with the first repository: neither the command line nor a folder without git ever needs it.
  const { simpleGit } = await import('simple-git');
  const clients = new Map<string, ReturnType<typeof simpleGit>>();
  return async (folder, args) => {
    try {
      const call = gitCall(folder, args);
      // A client has one environment for all its commands.
      const key = `${call.environment['GIT_ALLOW_PROTOCOL'] ?? ''} ${folder}`;
      const client =
        clients.get(key) ??
        simpleGit({
          baseDir: folder,
          binary: call.program,
          maxConcurrentProcesses: 2,
          completion: { onExit: false },
          timeout: { block: timeoutMillis },
          // Its guard refuses these in general; ours only locate git and its settings and turn monitor and hooks off.
          allowEnvironment: [...GIT_VARIABLES],
          unsafe: {
            allowUnsafeConfigPaths: true,
            allowUnsafeCustomBinary: true,
            allowUnsafeFsMonitor: true,
            allowUnsafeHooksPath: true,
          },
        }).env(call.environment);
      clients.set(key, client);
      return await client.raw([...call.args]);
    } catch (error) {
      throw asGitError(error);
    }
  };
}

function asGitError(error: unknown): GitError {
  if (error instanceof GitError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return /ENOENT/.test(message) ? new GitError('no-git', 'Git was not found.') : failedGit(message, null);
}
