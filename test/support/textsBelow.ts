import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Every file below the folders with its text, to see that nothing was written. */
export async function textsBelow(...folders: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      // The editor's own git extension refreshes the index whenever it likes.
      if (entry.isFile() && entry.name !== 'index') texts[file] = await readFile(file, 'utf8');
    }
  }
  return texts;
}
