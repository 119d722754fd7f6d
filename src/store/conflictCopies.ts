import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** What sync programs make of a file that two computers changed: "goals (Ana's conflicted copy).json", "goals.sync-conflict-….json". */
const MARK = /^( \(.*conflict.*\)|\.sync-conflict-.+|[ _-].*conflict.*)$/i;

/** The copies that lie beside a goals file, as absolute paths. */
export async function findConflictCopies(file: string): Promise<string[]> {
  const { dir, name, ext } = path.parse(file);
  const entries = await readdir(dir).catch(() => []);
  return entries
    .filter(
      (entry) => entry.startsWith(name) && entry.endsWith(ext) && MARK.test(entry.slice(name.length, -ext.length)),
    )
    .sort()
    .map((entry) => path.join(dir, entry));
}
