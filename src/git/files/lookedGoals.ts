import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { documentIn } from '../../core/document/fileReading';
import { formatDocument } from '../../core/document/formatDocument';
import type { GoalDocument } from '../../core/document/goalDocument';
import { parseGoalFile } from '../../core/document/parseGoalFile';
import { microgoalsFolder } from '../run/gitFolder';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';

/** Reads the team's goals as this person last saw them in this work tree; undefined if they never looked. */
export async function readLookedGoals(repository: Repository): Promise<GoalDocument | undefined> {
  const bytes = await readFile(lookedFile(repository)).catch(() => undefined);
  return bytes && readKeptGoals(bytes);
}

/** Parses goals that were stored in the format of `formatDocument`; undefined if they are no longer readable. */
export function readKeptGoals(bytes: Uint8Array): GoalDocument | undefined {
  return documentIn(parseGoalFile(bytes, { writtenBack: false }));
}

/** Stores the goals as a copy: the person saw uncommitted goals, too, and a rewrite of history removes none of them. */
export async function writeLookedGoals(repository: Repository, document: GoalDocument): Promise<void> {
  await writeWhole(lookedFile(repository), formatDocument(document));
}

function lookedFile({ gitDir }: Repository): string {
  return path.join(microgoalsFolder(gitDir), 'looked.json');
}
