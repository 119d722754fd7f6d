import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TemporaryFolder {
  /** Absolute, symbolic links resolved (git and VS Code report resolved paths). */
  readonly path: string;
  remove(): Promise<void>;
}

/** An empty folder below the system's temporary folder; remove it in `after` or `afterEach`. */
export async function temporaryFolder(label = 'test'): Promise<TemporaryFolder> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), `micro-goals-${label}-`)));
  return {
    path: folder,
    // Windows keeps files of a process that has just ended for a moment.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }),
  };
}
