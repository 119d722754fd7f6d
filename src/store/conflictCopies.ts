import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseGoalFile } from '../core/document/parseGoalFile';
import { readRegularFile } from './readRegularFile';

/** Names that programs give to copies of a conflict, in the middle of the name or behind it; such a copy is one even if it is unreadable. */
const MARK = /conflict|konflikt|conflit|conflicto|conflitto|конфликт|衝突|冲突/i;
/** What merge tools of git leave while they run, and backups of them. */
const OF_MERGE_TOOL = /[._](?:LOCAL|REMOTE|BASE|BACKUP)[._]\d+(?=\.json$)|\.orig$/;

/**
 * Returns the copies that sync programs made of a goals file, as absolute paths: whatever they are called, they lie beside it and
 * hold goals, or their name tells of a conflict.
 * @param others further goals files of ours that may lie there: neither they nor copies of them are meant
 */
export async function findConflictCopies(file: string, others: readonly string[]): Promise<string[]> {
  const folder = path.dirname(file);
  const ours = [file, ...others].filter((each) => path.dirname(each) === folder).map((each) => path.basename(each));
  const entries = await readdir(folder).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.sort()) {
    if (ours.includes(entry) || entry.startsWith('.') || OF_MERGE_TOOL.test(entry)) continue;
    if (originalOf(entry, ours) !== path.basename(file)) continue;
    if (await isCopy(path.join(folder, entry), stemOf(file))) found.push(path.join(folder, entry));
  }
  return found;
}

/** Returns the file that a copy is of: the one whose name it begins with, else the first. */
function originalOf(entry: string, ours: readonly string[]): string | undefined {
  const named = ours.filter((name) => entry.toLowerCase().startsWith(stemOf(name).toLowerCase()));
  // Of `goals.json` and `goals-mine.json`, the longer name says more.
  return named.sort((a, b) => b.length - a.length)[0] ?? ours.find((name) => name === FIRST) ?? ours[0];
}

const FIRST = 'goals.json';

function stemOf(file: string): string {
  return path.parse(file).name;
}

async function isCopy(file: string, stem: string): Promise<boolean> {
  const found = await readRegularFile(file, false).catch(() => undefined);
  if (found?.state !== 'file') return false;
  const reading = parseGoalFile(found.bytes, { writtenBack: false });
  return reading.state !== 'broken' || (MARK.test(path.basename(file)) && path.basename(file).startsWith(stem));
}
