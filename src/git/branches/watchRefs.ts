import type { FSWatcher } from 'node:fs';
import { readdirSync, watch } from 'node:fs';
import path from 'node:path';

/** Milliseconds within which several events count as one. */
const PAUSE = 20;
/** Folders below `refs` that are watched; a clone with more of them is looked at when the window gets the focus. */
const MOST = 200;

/**
 * Calls `onChange` after a branch was made, moved or removed, also from another work tree, by a push or without any; it may also call
 * for nothing. Never fails: what cannot be watched is not reported.
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
      // Gone again, or the system has no watches left: the next event above tries again.
    }
  };
  const follow = (): void => {
    // A folder that was removed and made anew has the same name: what is watched there is the old one.
    for (const folder of [...watched.keys()]) forget(folder);
    const tried: string[] = [];
    const untried = (): string[] =>
      foldersBelow(path.join(commonDir, 'refs')).filter((folder) => !tried.includes(folder));
    // Again after each round: a folder that was made before the one above was watched gave no event.
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

/** `heads` and `remotes` with all folders below; a branch `feat/x` is a file in a folder `feat`. */
function foldersBelow(refs: string): readonly string[] {
  const found = ['heads', 'remotes'].map((name) => path.join(refs, name));
  // A clone without a server has no `remotes` yet: the folder above sees it come.
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
