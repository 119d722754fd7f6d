import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectFolder } from '../run/projectFolder';

export interface RunningChild {
  readonly process: ChildProcess;
  /** Complete lines of its standard output, growing while it runs. */
  readonly lines: readonly string[];
  /** Resolves when it has printed something. */
  readonly spoke: Promise<void>;
  /** Resolves when the process has ended and all its output was read. */
  readonly ended: Promise<void>;
}

/** The wrapper that makes system calls of a child fail or kill it, e.g. `inject('fsync:error=EIO:when=1')`; `only` limits it to one path. */
export function inject(fault: string, only?: string): readonly string[] {
  const paths = only === undefined ? [] : ['-P', only];
  return ['strace', '-f', '-qqq', '-o', '/dev/null', ...paths, '-e', `inject=${fault}`];
}

/** Starts a program of test/support/store (`writer`, `locker`) in a process of its own; `wrapper` is put before the command, e.g. strace. */
export function startChild(program: string, args: readonly string[], wrapper: readonly string[] = []): RunningChild {
  const built = projectFolder('dist-test', 'support', 'store', `${program}.child.js`);
  const [command = '', ...rest] = [...wrapper, process.execPath, built, ...args];
  // One thread and no io_uring: strace counts the system calls of each thread for itself and sees no other way to the kernel.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return {
    process: child,
    lines,
    spoke: once(output, 'line').then(() => undefined),
    ended: once(child, 'close').then(() => undefined),
  };
}
