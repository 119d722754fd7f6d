import path from 'node:path';
import type { Problem } from '../../core/document/problem';

/** One sentence for a file that could not be read, its place in front as compilers have it. */
export function describeUnreadable(file: string, problem: Problem | undefined, root: string): string {
  const shown = shownPath(file, root);
  const place = problem?.line === undefined ? shown : `${shown}:${problem.line}:${problem.column ?? 1}`;
  return `${place}: ${problem?.message ?? 'The file cannot be read.'}`;
}

/** Relative to the root, with slashes, where the file lies below it; else absolute. */
export function shownPath(file: string, root: string): string {
  const relative = path.relative(root, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative.replaceAll(path.sep, '/');
}
