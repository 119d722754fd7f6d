import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Pattern of copies that sync programs make of a conflict: "goals (Ana's conflicted copy).json", "goals.sync-conflict-….json". */
const MARK = /^( \(.*conflict.*\)|\.sync-conflict-.+|[ _-].*conflict.*)$/i;

/** Returns the copies beside a goals file, as absolute paths. */
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
