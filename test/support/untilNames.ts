import { watch } from 'node:fs';
import { readdir } from 'node:fs/promises';

/** Resolves once the names of what stands in a folder are as wanted. */
export function untilNames(folder: string, isWanted: (names: readonly string[]) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      readdir(folder)
        .then((names) => {
          if (!isWanted(names)) return;
          watcher.close();
          resolve();
        })
        .catch(reject);
    };
    const watcher = watch(folder, look);
    look();
  });
}
