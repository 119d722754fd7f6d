import { lstat, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { readHook } from './readHook';
import { writeWhole } from '../../store/atomicWrite';

/** Change to one file, with all that a person needs to judge it. */
export type FileChange =
  | {
      readonly type: 'write';
      readonly path: string;
      /** Text of the file now; undefined if there is no file yet. */
      readonly before: string | undefined;
      readonly after: string;
      /** Encoding of the file that was read; undefined for a text of ours. */
      readonly encoding?: BufferEncoding;
      /** Permission bits. */
      readonly mode: number;
    }
  | { readonly type: 'rename'; readonly path: string; readonly to: string }
  | { readonly type: 'remove'; readonly path: string; readonly before: string };

/** Step that only the person may take: a change to the settings of another tool. */
export interface ManualStep {
  /** Name of the tool, or a description of another owner of the hooks. */
  readonly owner: string;
  /** File that the lines belong in, absolute. */
  readonly file: string;
  readonly lines: string;
  /** True if the lines are there already. */
  readonly done: boolean;
  /** Alternative way, as commands; empty unless this git supports hooks in its configuration. */
  readonly alternative: readonly string[];
}

/** Hooks that somebody switched off by a `core.hooksPath` which is no folder: a choice, not a fault. */
export interface HooksOff {
  /** What is so, in one sentence. */
  readonly text: string;
  /** How to switch them on; empty if no file has the setting. */
  readonly fix: string;
}

/** Changes that an installation or removal will make; none has been made yet. */
export interface HookPlan {
  /** Directory that git runs hooks from, absolute. */
  readonly hooksFolder: string;
  /** Changes in the order to make them. */
  readonly changes: readonly FileChange[];
  readonly manual: ManualStep | undefined;
  /** Set if hooks are switched off, so that none is installed. */
  readonly off?: HooksOff | undefined;
}

/** Error for a file that has changed since the plan was made; nothing was overwritten. */
export class PlanOutdatedError extends Error {
  override readonly name = 'PlanOutdatedError';
}

/** Error for a file to write or remove that is a link or not a file, or whose path leads out of the git directory through a link. */
export class FolderRefusedError extends Error {
  override readonly name = 'FolderRefusedError';

  constructor(readonly file: string) {
    super(`${file} is not a regular file of the git directory, so nothing was changed.`);
  }
}

/**
 * Makes the changes of a plan.
 * @throws PlanOutdatedError before the first change if a file has changed since; otherwise errors of the file system.
 */
export async function applyPlan(plan: HookPlan): Promise<void> {
  const moved = new Set(plan.changes.filter((change) => change.type === 'rename').map((change) => change.path));
  for (const change of plan.changes) await checkUnchanged(change, moved);
  for (const change of plan.changes) {
    if (change.type === 'write') {
      await writeWhole(change.path, Buffer.from(change.after, change.encoding), change.mode);
    } else if (change.type === 'rename') await rename(change.path, change.to);
    else await removeFile(change.path);
  }
}

async function checkUnchanged(change: FileChange, moved: ReadonlySet<string>): Promise<void> {
  const outdated = new PlanOutdatedError(
    `${change.path} has changed in the meantime. Nothing was done; please try again.`,
  );
  if (change.type === 'rename') {
    if (!(await lstat(change.path).catch(() => undefined))) throw outdated;
  } else if (!moved.has(change.path)) {
    const found = await readHook(change.path);
    if (found?.text !== change.before) throw outdated;
  }
}

async function removeFile(file: string): Promise<void> {
  await rm(file);
  // Our own folder is removed with its last file; any other folder stays.
  if (path.basename(path.dirname(file)) === 'microgoals') await rmdir(path.dirname(file)).catch(() => undefined);
}
