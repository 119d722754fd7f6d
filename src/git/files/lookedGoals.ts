import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { documentIn } from '../../core/document/fileReading';
import { formatDocument } from '../../core/document/formatDocument';
import type { GoalDocument } from '../../core/document/goalDocument';
import { parseGoalFile } from '../../core/document/parseGoalFile';
import { microgoalsFolder } from '../run/gitFolder';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';

/** The goals of the team as this person saw them last in this work tree; undefined where they never looked. */
export async function readLookedGoals(repository: Repository): Promise<GoalDocument | undefined> {
  const bytes = await readFile(lookedFile(repository)).catch(() => undefined);
  return bytes && readKeptGoals(bytes);
}

/** Goals that were kept as `formatDocument` gives them; undefined where they cannot be read any more. */
export function readKeptGoals(bytes: Uint8Array): GoalDocument | undefined {
  return documentIn(parseGoalFile(bytes, { writtenBack: false }));
}

/** Kept as a copy: what was not committed was seen, too, and a rewrite of history takes nothing away from it. */
export async function writeLookedGoals(repository: Repository, document: GoalDocument): Promise<void> {
  await writeWhole(lookedFile(repository), formatDocument(document));
}

function lookedFile({ gitDir }: Repository): string {
  return path.join(microgoalsFolder(gitDir), 'looked.json');
}
