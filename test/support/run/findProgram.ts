import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Absolute path of the first of these programs that is on PATH; undefined when none is. */
export function findProgram(...names: readonly string[]): string | undefined {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
      const found = extensions.map((extension) => path.join(folder, name + extension)).find(isExecutable);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
