import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TemporaryRepository } from './gitRepository';
import { cleanGitEnvironment } from './gitRepository';

/** Feeds a stream to `git fast-import`. */
export async function importHistory({ path: folder }: TemporaryRepository, stream: Iterable<string>): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: folder,
    env: cleanGitEnvironment(),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  for (const part of stream) if (!child.stdin.write(part)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [status] = await closed;
  if (status !== 0) throw new Error(`git fast-import ended with ${String(status)}.`);
}
