import type { FSWatcher } from 'node:fs';
import { realpathSync, statSync, watch } from 'node:fs';
import path from 'node:path';

/** Milliseconds within which several events count as one. */
const PAUSE = 20;

export interface FileWatch {
  dispose(): void;
}

/**
 * Calls `onChange` after any of the files was written, replaced, made or removed, by whatever program; it may also call for nothing.
 * The folders are watched, not the files, because a save replaces a file; of a folder that is not there yet its nearest ancestor.
 * Never fails: what cannot be watched is not reported. For programs without an editor and for files outside its workspace; inside it
 * the editor's own watcher is better (one for all extensions, with the person's excludes, also over a remote connection).
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

/** The watchers of the folders that exist now; a checkout may remove folders and make them anew. */
class WatchedFolders {
  private readonly watched = new Map<string, FSWatcher>();

  constructor(
    private readonly files: readonly string[],
    private readonly onEvent: () => void,
  ) {}

  follow(): void {
    // A folder that was removed and made anew has the same name, and mostly the same number: what is watched there is the old one.
    this.dispose();
    // Again after each new one: a folder that was made before its parent was watched gave no event.
    while (this.startMissing());
  }

  dispose(): void {
    for (const watcher of this.watched.values()) watcher.close();
    this.watched.clear();
  }

  /** @returns whether a folder is watched that was not before. */
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
      // Gone again, or the system has no watches left: the next event of a folder above tries again.
      return false;
    }
  }
}

/**
 * The folders to watch, each with the names of the entries whose events matter: of each file (also where its symbolic link leads)
 * its own and the one above, to see it come and go; where one is not there yet, the nearest ancestor that is and the one above that.
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
