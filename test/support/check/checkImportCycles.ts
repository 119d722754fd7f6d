import path from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './sourceFiles';

/** One line for each import cycle; `import type` counts like any other import. */
export function checkImportCycles(files: readonly SourceFile[]): string[] {
  const graph = importGraph(files);
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    const at = trail.indexOf(name);
    if (at >= 0) cycles.push(`Import cycle: ${[...trail.slice(at), name].join(' → ')}`);
    if (at >= 0 || done.has(name)) return;
    for (const next of graph.get(name) ?? []) visit(next, [...trail, name]);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name, []);
  return cycles;
}

function importGraph(files: readonly SourceFile[]): Map<string, string[]> {
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
