import type { Problem } from '../../core/document/problem';
import { shownPath } from './shownPath';

/** One sentence for a file that could not be read, its place in front as compilers have it. */
export function describeUnreadable(file: string, problem: Problem | undefined, root: string): string {
  const shown = shownPath(file, root);
  const place = problem?.line === undefined ? shown : `${shown}:${problem.line}:${problem.column ?? 1}`;
  return `${place}: ${problem?.message ?? 'The file cannot be read.'}`;
}
