import { readFileSync, watch } from 'node:fs';
import path from 'node:path';

/**
 * Kills whoever takes the lock of a goals file next, at that moment: no clean-up of its own can run.
 * @returns false if the file was replaced first: the save was faster than the look at its lock.
 */
export function killDuringSave(lock: string, file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isKilled: boolean): void => {
      locks.close();
      files.close();
      resolve(isKilled);
    };
    const locks = watch(path.dirname(lock), (_event, name) => {
      const holder = name === path.basename(lock) ? holderOf(lock) : undefined;
      if (holder === undefined) return;
      process.kill(holder, 'SIGKILL');
      end(true);
    });
    const files = watch(path.dirname(file), (_event, name) => {
      if (name === path.basename(file)) end(false);
    });
  });
}

/** The second part of a lock's mark is the process id of its holder. */
function holderOf(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8').split('-')[1]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}
