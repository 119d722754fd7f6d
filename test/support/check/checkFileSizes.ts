import { median } from '../run/figure';
import type { SourceFile } from './sourceFiles';

const MOST_LINES = 300;
const MEDIAN_LINES = 100;

export function checkFileSizes(files: readonly SourceFile[]): string[] {
  if (files.length === 0) return ['There are no source files.'];
  const sizes = files.map(({ name, text }) => ({ name, lines: text.split('\n').length - 1 }));
  const problems = sizes
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ name, lines }) => `${name}: ${lines} lines; ${MOST_LINES} is the most.`);
  const middle = median(sizes.map(({ lines }) => lines));
  if (middle >= MEDIAN_LINES)
    problems.push(`The median of the file sizes is ${middle} lines; it has to be below ${MEDIAN_LINES}.`);
  return problems;
}
