import path from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './sourceFiles';

/** Returns which of the files each one imports; `import type` counts like any other import, and so does `import()`. */
export function importGraph(files: readonly SourceFile[]): Map<string, string[]> {
  const names = new Set(files.map(({ name }) => name));
  const resolve = (from: string, specifier: string): string[] => {
    if (!specifier.startsWith('.')) return [];
    const base = path.posix.join(path.posix.dirname(from), specifier);
    return [base, `${base}.ts`, `${base}/index.ts`].filter((name) => names.has(name));
  };
  return new Map(
    files.map(({ name, text }) => {
      const { importedFiles } = ts.preProcessFile(text, true, true);
      return [name, importedFiles.flatMap(({ fileName }) => resolve(name, fileName))];
    }),
  );
}
