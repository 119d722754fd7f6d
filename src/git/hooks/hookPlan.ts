import { lstat, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { readHook } from './readHook';
import { writeWhole } from '../../store/atomicWrite';

/** One file to change, with all that a person needs to judge it. */
export type FileChange =
  | {
      readonly type: 'write';
      readonly path: string;
      /** undefined where there is no file yet. */
      readonly before: string | undefined;
      readonly after: string;
      /** As of the file that was read; undefined for a text of ours. */
      readonly encoding?: BufferEncoding;
      /** Permission bits. */
      readonly mode: number;
    }
  | { readonly type: 'rename'; readonly path: string; readonly to: string }
  | { readonly type: 'remove'; readonly path: string; readonly before: string };

/** What only the person may change: the settings of another tool. */
export interface ManualStep {
  /** The tool, or what else owns the hooks, in words. */
  readonly owner: string;
  /** The file the lines belong in, absolute. */
  readonly file: string;
  readonly lines: string;
  /** The lines are there already. */
  readonly done: boolean;
  /** Another way, as commands; empty unless this git has hooks in its configuration. */
  readonly alternative: readonly string[];
}

/** What an installation or removal will do; nothing has happened yet. */
export interface HookPlan {
  /** The directory git runs hooks from, absolute. */
  readonly hooksFolder: string;
  /** In the order they are to be made. */
  readonly changes: readonly FileChange[];
  readonly manual: ManualStep | undefined;
}

/** A file is not as it was when the plan was made; nothing was written over. */
export class PlanOutdatedError extends Error {
  override readonly name = 'PlanOutdatedError';
}

/** A file that is to be written or removed is a link or no file at all, or a link on its way leads out of the git directory. */
export class PlaceRefusedError extends Error {
  override readonly name = 'PlaceRefusedError';

  constructor(readonly file: string) {
    super(`${file} is not a regular file of the git directory, so nothing was changed.`);
  }
}

/**
 * Makes the changes of a plan.
 * @throws PlanOutdatedError, before the first change, if a file has changed since; else errors of the file system.
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
  // Our own folder goes with its last file; any other stays.
  if (path.basename(path.dirname(file)) === 'microgoals') await rmdir(path.dirname(file)).catch(() => undefined);
}
