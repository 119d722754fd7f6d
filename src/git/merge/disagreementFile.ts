import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoggedDisagreement } from '../../core/document/disagreementLog';
import { formatLogLines, parseLogLines } from '../../core/document/disagreementLog';

/** Returns the path of the file that holds the disagreements. @param folder `microgoals` in the git common directory. */
export function disagreementFile(folder: string): string {
  return path.join(folder, 'disagreements.jsonl');
}

export async function appendDisagreements(folder: string, entries: readonly LoggedDisagreement[]): Promise<void> {
  if (entries.length === 0) return;
  await mkdir(folder, { recursive: true });
  await appendFile(disagreementFile(folder), formatLogLines(entries));
}

/** Reads the disagreements, oldest first; empty if none was ever noted. */
export async function readDisagreements(folder: string): Promise<LoggedDisagreement[]> {
  return parseLogLines(await readFile(disagreementFile(folder), 'utf8').catch(() => ''));
}
