import path from 'node:path';
import type { Problem } from '../../core/document/problem';

/** Describes an unreadable file in one sentence, which begins with the position as compilers write it. */
export function describeUnreadable(file: string, problem: Problem | undefined, root: string): string {
  const shown = shownPath(file, root);
  const place = problem?.line === undefined ? shown : `${shown}:${problem.line}:${problem.column ?? 1}`;
  return `${place}: ${problem?.message ?? 'The file cannot be read.'}`;
}

/** Returns the path relative to the root, with slashes, if the file lies below it; otherwise the absolute path. */
export function shownPath(file: string, root: string): string {
  const relative = path.relative(root, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative.replaceAll(path.sep, '/');
}
