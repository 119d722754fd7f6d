import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileReading } from '../core/document/fileReading';
import type { GoalDocument } from '../core/document/goalDocument';
import type { HealingPlan } from '../core/document/healing';
import { joinCopy } from '../core/document/healing';
import { examineFile, noteDisagreements } from '../git/merge/healing';
import { microgoalsFolder } from '../git/run/gitFolder';
import { findConflictCopies } from '../store/conflictCopies';
import { createGoalFile } from '../store/goalFileStore';
import { replaceGoalFile } from '../store/replaceGoalFile';
import type { HealedFile, MergedFile } from './mergedFiles';

export interface Examination {
  readonly disk: FileReading;
  readonly plan: HealingPlan;
}

export async function examine(file: HealedFile): Promise<Examination> {
  const disk = await file.read();
  return { disk, plan: await examineFile(file.repository, file.path, disk) };
}

/** Writes a planned merge; stages nothing. @returns false if the file has changed since; then nothing is written. @throws GoalFileError */
export async function heal(file: HealedFile, { disk, plan }: Examination): Promise<boolean> {
  if (plan.state !== 'heal') return true;
  await noteDisagreements(file.repository, file.path, plan.disagreements);
  return replaceWith(file, disk, plan.document);
}

/** Returns the copies that sync programs made of a file, as absolute paths. */
export function conflictCopies(file: MergedFile): Promise<string[]> {
  return findConflictCopies(file.path, file.others);
}

/** What became of a copy: `unreadable`: it cannot be read; `no-file`: what it would be joined into cannot be written. */
export type CopyOutcome = 'joined' | 'unreadable' | 'no-file' | 'changed';

/** Joins a conflict copy into its file, without a base, and removes it. @throws GoalFileError */
export async function joinConflictCopy(file: MergedFile, copy: string): Promise<CopyOutcome> {
  const [disk, other] = [await file.read(), await readCopy(file, copy)];
  const joined = joinCopy(disk, other);
  if (!joined) return joinCopy(other, other) ? 'no-file' : 'unreadable';
  if (!(await replaceWith(file, disk, joined.document))) return 'changed';
  await rm(copy);
  return 'joined';
}

function readCopy({ root }: MergedFile, copy: string): Promise<FileReading> {
  // It is only read, so it needs neither clock nor log.
  const log = { info: () => undefined, error: () => undefined };
  return createGoalFile({ path: copy, root, lockFolder: path.dirname(copy), stamper: { next: () => '' }, log }).read();
}

function replaceWith(file: MergedFile, disk: FileReading, document: GoalDocument): Promise<boolean> {
  const { path: target, root, repository } = file;
  const lockFolder = repository ? microgoalsFolder(repository.gitDir) : path.dirname(target);
  return replaceGoalFile({ path: target, root, lockFolder }, disk, document);
}
