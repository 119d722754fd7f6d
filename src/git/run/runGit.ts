import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { failedGit, GitError } from './gitError';
import { readSpool } from './spool';

/** Arguments of `git log` for programs: free of personal settings, all text UTF-8. `gitCall` turns off what could start a program. */
export const PLAIN_LOG = ['log', '--no-color', '--encoding=UTF-8'] as const;

const MEGABYTE = 1024 * 1024;
const STDERR_LIMIT = 64 * 1024;

export interface GitLimits {
  /** Text for git's standard input, which is empty otherwise. */
  readonly input?: string | Uint8Array;
  readonly timeoutMillis?: number;
  /** Most bytes of output before git is stopped. */
  readonly maxBytes?: number;
  /** File that takes git's output, so that git never waits for the reader. */
  readonly spool?: FileHandle | undefined;
  /** Settings of this one command, such as `core.hooksPath=…`. */
  readonly settings?: readonly string[];
}

/** Runner of one git command in a folder; resolves with the output. The arguments never pass a shell. */
export type RunGit = (folder: string, args: readonly string[], limits?: GitLimits) => Promise<string>;

/** Runs one git command. @throws GitError */
export const runGit: RunGit = async (folder, args, limits = {}) => {
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(folder, args, limits)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/**
 * Yields the output of one git command while it runs. Stopping the iteration ends the process.
 * @throws GitError, after the output so far, if git fails.
 */
export async function* streamGit(
  folder: string,
  args: readonly string[],
  { input, timeoutMillis = 60_000, maxBytes = 512 * MEGABYTE, spool, settings }: GitLimits = {},
): AsyncGenerator<Buffer> {
  // An editor without a repository does not load it.
  const { startGit } = await import('./gitCall');
  const child = withInput(startGit(folder, args, { stdio: ['pipe', spool?.fd ?? 'pipe', 'pipe'] }, settings), input);
  const ended = outcome(child, folder);
  // Processes that git itself started may outlive it and hold the pipes, so this side closes them, too.
  const stop = (): void => {
    child.kill('SIGKILL');
    child.stdout?.destroy();
    child.stderr?.destroy();
  };
  const expiry = new AbortController();
  const timer = setTimeout(() => {
    expiry.abort();
    stop();
  }, timeoutMillis);
  try {
    let size = 0;
    const chunks = spool ? readSpool(spool, ended) : (child.stdout as AsyncIterable<Buffer>);
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) throw new GitError('too-large', `git ${args[0] ?? ''} gave more than ${maxBytes} bytes.`);
      yield chunk;
    }
    const error = await ended;
    if (error) throw error;
  } catch (error) {
    const late = `git ${args[0] ?? ''} took longer than ${timeoutMillis / 1000} s.`;
    throw expiry.signal.aborted ? new GitError('timeout', late) : error;
  } finally {
    clearTimeout(timer);
    stop();
    await ended;
  }
}

function withInput(child: ChildProcess, input: string | Uint8Array = ''): ChildProcess {
  // A process that could not start or ended early does not read its input; its own outcome tells why.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return child;
}

/** Waits for the end of the process; returns undefined if it succeeded. */
function outcome(child: ChildProcess, folder: string): Promise<GitError | undefined> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < STDERR_LIMIT) stderr += text;
  });
  return new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT' && existsSync(folder);
      resolve(new GitError(missing ? 'no-git' : 'failed', missing ? 'Git was not found.' : error.message));
    });
    child.on('close', (exitCode) => {
      if (exitCode === 0) resolve(undefined);
      else resolve(failedGit(stderr, exitCode));
    });
  });
}
