import type { FSWatcher } from 'node:fs';
import { realpathSync, statSync, watch } from 'node:fs';
import path from 'node:path';

/** Time within which several events count as one, in milliseconds. */
const PAUSE = 20;

export interface FileWatch {
  dispose(): void;
}

/**
 * Calls `onChange` after any of the files was written, replaced, created or removed, by whatever program; it may also call without
 * a change. It watches folders, not files, because a save replaces a file; for a missing folder it watches the nearest ancestor.
 * Never fails: changes that cannot be watched are not reported. For programs without an editor and for files outside its workspace;
 * inside it the editor's own watcher is better (one for all extensions, with the person's excludes, also over a remote connection).
 * @param files absolute paths.
 */
export function watchGoalFiles(files: readonly string[], onChange: () => void): FileWatch {
  let timer: NodeJS.Timeout | undefined;
  const folders = new WatchedFolders(files, () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      folders.follow();
      onChange();
    }, PAUSE);
  });
  folders.follow();
  return {
    dispose() {
      clearTimeout(timer);
      folders.dispose();
    },
  };
}

/** Watchers of the folders that exist now; a checkout may remove and recreate folders. */
class WatchedFolders {
  private readonly watched = new Map<string, FSWatcher>();

  constructor(
    private readonly files: readonly string[],
    private readonly onEvent: () => void,
  ) {}

  follow(): void {
    // A folder that was removed and recreated has the same name, and mostly the same number, but its watcher belongs to the old one.
    this.dispose();
    // Another look after each new one: a folder created before its parent was watched gave no event.
    while (this.startMissing());
  }

  dispose(): void {
    for (const watcher of this.watched.values()) watcher.close();
    this.watched.clear();
  }

  /** Starts missing watchers. @returns true if a folder is now watched that was not before. */
  private startMissing(): boolean {
    const missing = [...foldersOf(this.files)].filter(([folder]) => !this.watched.has(folder));
    return missing.map(([folder, names]) => this.start(folder, names)).includes(true);
  }

  private start(folder: string, names: ReadonlySet<string>): boolean {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null || names.has(name)) this.onEvent();
      });
      watcher.on('error', this.onEvent);
      this.watched.set(folder, watcher);
      return true;
    } catch {
      // The folder is gone again, or the system has no watches left: the next event of a folder above tries again.
      return false;
    }
  }
}

/**
 * Returns the folders to watch, each with the names of the entries that matter: for each file (and the target of its symbolic link) its own
 * folder and the one above, to see it come and go; for a missing folder the nearest existing ancestor and the one above that.
 */
function foldersOf(files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  const want = (entry: string): string => {
    const folder = path.dirname(entry);
    names.set(folder, (names.get(folder) ?? new Set()).add(path.basename(entry)));
    return folder;
  };
  for (const file of new Set(files.flatMap((each) => [each, realPathOf(each)]))) {
    let folder = want(file);
    while (!isFolder(folder) && path.dirname(folder) !== folder) folder = want(folder);
    want(folder);
  }
  return new Map([...names].filter(([folder]) => isFolder(folder)));
}

function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
