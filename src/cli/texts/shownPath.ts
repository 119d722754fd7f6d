import path from 'node:path';

/** Relative to the root, with slashes, where the file lies below it; else absolute. */
export function shownPath(file: string, root: string): string {
  const relative = path.relative(root, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative.replaceAll(path.sep, '/');
}
