import path from 'node:path';
import type { FileReading } from '../../core/document/fileReading';
import type { HealingPlan } from '../../core/document/healing';
import { joinCopy } from '../../core/document/healing';
import type { GoalDocument } from '../../core/document/goalDocument';
import { examineFile, noteDisagreements } from '../../git/merge/healing';
import { microgoalsFolder } from '../../git/run/gitFolder';
import { findConflictCopies } from '../../store/conflictCopies';
import { createGoalFile } from '../../store/goalFileStore';
import { replaceGoalFile } from '../../store/replaceGoalFile';
import type { HealedFile } from './healedFiles';
import { refuseDirty } from './refuseDirty';

export interface Examination {
  readonly disk: FileReading;
  readonly plan: HealingPlan;
}

export async function examine(file: HealedFile): Promise<Examination> {
  const disk = await file.read();
  return { disk, plan: await examineFile(file.repository, file.path, disk) };
}

/** @returns false if the file has changed meanwhile; nothing is written then. @throws GoalFileError */
export async function heal(file: HealedFile, { disk, plan }: Examination): Promise<boolean> {
  if (plan.state !== 'heal') return true;
  refuseDirty(file.path);
  await noteDisagreements(file.repository, file.path, plan.disagreements);
  return write(file, disk, plan.document);
}

/** The copies that sync programs made of such a file, as absolute paths. */
export function copiesOf(file: HealedFile): Promise<string[]> {
  return findConflictCopies(file.path);
}

/** Joins such a copy into its file. @returns false where one of the two cannot be read in full, or changed meanwhile. */
export async function joinConflictCopy(file: HealedFile, copy: string): Promise<boolean> {
  refuseDirty(file.path);
  const disk = await file.read();
  const joined = joinCopy(disk, await readCopy(file, copy));
  return joined !== undefined && write(file, disk, joined.document);
}

function readCopy({ repository }: HealedFile, copy: string): Promise<FileReading> {
  // Only read, so that it needs neither clock nor log.
  const log = { info: () => undefined, error: () => undefined };
  const place = { path: copy, root: repository.root, lockFolder: path.dirname(copy) };
  return createGoalFile({ ...place, stamper: { next: () => '' }, log }).read();
}

function write({ repository, path: file }: HealedFile, disk: FileReading, document: GoalDocument): Promise<boolean> {
  const lockFolder = microgoalsFolder(repository.gitDir);
  return replaceGoalFile({ path: file, root: repository.root, lockFolder }, disk, document);
}
