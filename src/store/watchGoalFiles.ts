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
  private readonly watched = new Map<string, { readonly watcher: FSWatcher; readonly identity: string }>();

  constructor(
    private readonly files: readonly string[],
    private readonly onEvent: () => void,
  ) {}

  follow(): void {
    // Again after each new one: a folder that was made before its parent was watched gave no event.
    while (this.adjust());
  }

  dispose(): void {
    for (const folder of [...this.watched.keys()]) this.forget(folder);
  }

  /** @returns whether a folder is watched that was not before. */
  private adjust(): boolean {
    const wanted = foldersOf(this.files);
    for (const [folder, { identity }] of this.watched) {
      if (wanted.get(folder)?.identity !== identity) this.forget(folder);
    }
    const added = [...wanted].filter(([folder]) => !this.watched.has(folder));
    return added.map(([folder, want]) => this.start(folder, want)).includes(true);
  }

  private start(folder: string, { identity, names }: WantedFolder): boolean {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null || names.has(name)) this.onEvent();
      });
      watcher.on('error', this.onEvent);
      this.watched.set(folder, { watcher, identity });
      return true;
    } catch {
      // Gone again, or the system has no watches left: the next event of a folder above tries again.
      return false;
    }
  }

  private forget(folder: string): void {
    this.watched.get(folder)?.watcher.close();
    this.watched.delete(folder);
  }
}

interface WantedFolder {
  /** Tells a folder from one that was made anew at the same path, and one set of names from another. */
  readonly identity: string;
  /** Entries whose events matter. */
  readonly names: Set<string>;
}

/** The folders to watch: of each file (also where its symbolic link leads) its own and the one above, to see it come and go. */
function foldersOf(files: readonly string[]): Map<string, WantedFolder> {
  const names = new Map<string, Set<string>>();
  const want = (entry: string) => {
    const folder = path.dirname(entry);
    names.set(folder, (names.get(folder) ?? new Set()).add(path.basename(entry)));
    return folder;
  };
  for (const file of new Set(files.flatMap((each) => [each, realPathOf(each)]))) {
    let folder = want(file);
    // One that is not there is seen coming by the nearest ancestor that is.
    do folder = want(folder);
    while (inode(folder) === undefined && path.dirname(folder) !== folder);
  }
  return new Map(
    [...names].flatMap(([folder, entries]) => {
      const id = inode(folder);
      return id === undefined ? [] : [[folder, { identity: `${id} ${[...entries].sort().join('/')}`, names: entries }]];
    }),
  );
}

function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function inode(folder: string): string | undefined {
  try {
    const stats = statSync(folder, { bigint: true });
    return stats.isDirectory() ? `${stats.dev}:${stats.ino}` : undefined;
  } catch {
    return undefined;
  }
}
