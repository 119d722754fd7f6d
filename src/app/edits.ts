import type { Change } from '../core/document/change';
import type { GoalSpace } from '../core/space/goalSpace';
import { fileOf, saveTo } from '../core/space/goalSpace';
import type { Refusal } from '../core/changes/refusal';
import type { RecordPlan } from '../core/records/planRecord';

/** Changes of one goals file. */
export interface FileEdit {
  /** Path of the file, absolute. */
  readonly path: string;
  readonly changes: readonly Change[];
}

type Files = Pick<GoalSpace, 'files' | 'archive'>;

/** Joins the edits into one per file, in the order of each file's first edit, without files that stay unchanged. */
export function joinEdits(edits: readonly FileEdit[]): readonly FileEdit[] {
  const byFile = new Map<string, Change[]>();
  for (const { path, changes } of edits) {
    if (changes.length > 0) byFile.set(path, [...(byFile.get(path) ?? []), ...changes]);
  }
  return [...byFile].map(([path, changes]) => ({ path, changes }));
}

/** Returns the edits that write a plan that was not refused. @throws GoalFileError if no file is open for it. */
export function planEdits(plan: Exclude<RecordPlan, Refusal>, space: Pick<Files, 'files'>): readonly FileEdit[] {
  if (plan.changes.length === 0) return [];
  return [{ path: plan.path ?? fileOf(space, plan.scope).path, changes: plan.changes }];
}

/** Writes edits in their order. @throws GoalFileError; the edits before the failed one are written then. */
export async function saveEdits(edits: readonly FileEdit[], space: Files): Promise<void> {
  for (const { path, changes } of edits) if (changes.length > 0) await saveTo(space, path, changes);
}
