import type { FSWatcher } from 'node:fs';
import { readdirSync, watch } from 'node:fs';
import path from 'node:path';

/** Time within which several events count as one, in milliseconds. */
const PAUSE = 20;
/** Most folders below `refs` that are watched; a clone with more of them is checked when the window gets the focus. */
const MOST = 200;

/**
 * Calls `onChange` after a branch was created, moved or removed, also from another work tree, with or without a push. It may also
 * call without a change. Never fails: folders that cannot be watched are not reported.
 * @param commonDir absolute git common directory.
 */
export function watchRefs(commonDir: string, onChange: () => void): { dispose(): void } {
  const watched = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const forget = (folder: string): void => {
    watched.get(folder)?.close();
    watched.delete(folder);
  };
  const start = (folder: string): void => {
    try {
      const watcher = watch(folder, onEvent);
      watcher.on('error', onEvent);
      watched.set(folder, watcher);
    } catch {
      // The folder is gone again, or the system has no watches left: the next event above tries again.
    }
  };
  const follow = (): void => {
    // A folder that was removed and recreated has the same name, but its watcher belongs to the old one.
    for (const folder of [...watched.keys()]) forget(folder);
    const tried: string[] = [];
    const untried = (): string[] =>
      foldersBelow(path.join(commonDir, 'refs')).filter((folder) => !tried.includes(folder));
    // Another look after each round: a folder created before its parent was watched gave no event.
    for (let next = untried(); next.length > 0; next = untried()) {
      tried.push(...next);
      next.forEach(start);
    }
  };
  function onEvent(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      follow();
      onChange();
    }, PAUSE);
  }
  follow();
  return {
    dispose() {
      clearTimeout(timer);
      for (const folder of [...watched.keys()]) forget(folder);
    },
  };
}

/** Lists `heads` and `remotes` with all folders below; a branch `feat/x` is a file in a folder `feat`. */
function foldersBelow(refs: string): readonly string[] {
  const found = ['heads', 'remotes'].map((name) => path.join(refs, name));
  // A clone without a server has no `remotes` yet: the watcher of the folder above notices it.
  found.push(refs);
  for (let index = 0; index < found.length && found.length < MOST; index += 1) {
    if (found[index] !== refs) found.push(...innerFolders(found[index] ?? ''));
  }
  return found.slice(0, MOST);
}

function innerFolders(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
  } catch {
    return [];
  }
}
