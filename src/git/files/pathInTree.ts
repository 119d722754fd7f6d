import path from 'node:path';
import type { Repository } from '../run/repository';

/** Returns the path of a file from the top of the work tree, as git names it. @param file absolute path. */
export function nameInTree({ root }: Repository, file: string): string {
  return path.relative(root, file).replaceAll(path.sep, '/');
}

/** Returns a pathspec for exactly this path from the top of the work tree, whatever characters it contains. */
export function literally(name: string): string {
  return `:(top,literal)${name}`;
}
