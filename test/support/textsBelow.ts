import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What the editor's own git extension writes whenever it likes. */
const INDEX = new Set(['index', 'index.lock']);

/** Every file below the folders with its text, to see that nothing was written. */
export async function textsBelow(...folders: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && !INDEX.has(entry.name)) texts[file] = await readFile(file, 'utf8');
    }
  }
  return texts;
}
