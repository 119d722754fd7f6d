import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder with its mode and bytes. */
export async function inventory(folder: string): Promise<Record<string, string>> {
  const entries: [string, string][] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const { mode } = await lstat(file);
    const content = entry.isSymbolicLink()
      ? await readlink(file)
      : entry.isFile()
        ? (await readFile(file)).toString('latin1')
        : '';
    entries.push([path.relative(folder, file), `${mode.toString(8)} ${content}`]);
  }
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
