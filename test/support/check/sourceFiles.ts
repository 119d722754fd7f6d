import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../run/projectFolder';

export interface SourceFile {
  /** Relative to the root, with `/`. */
  readonly name: string;
  readonly text: string;
}

/** The TypeScript files below a folder of the project, in alphabetical order. */
export function sourceFiles(folder: string): SourceFile[] {
  const root = projectFolder(folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => ({
      name: path.posix.join(folder, name.replaceAll('\\', '/')),
      text: readFileSync(path.join(root, name), 'utf8'),
    }));
}
