import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

export interface ProcessGroup {
  readonly child: ChildProcess;
  /** Ends the process and all it started; resolves when the process has ended. Safe to call twice. */
  stop(): Promise<void>;
}

/** Starts a program as the leader of a process group of its own, which ends with this process at the latest. */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ProcessGroup {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const end = (): void => {
    endGroup(child);
  };
  process.once('exit', end);
  return {
    child,
    async stop() {
      const ended = child.exitCode !== null || child.signalCode !== null;
      end();
      if (!ended) await once(child, 'exit');
      process.removeListener('exit', end);
    },
  };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: nobody of the group is left, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
