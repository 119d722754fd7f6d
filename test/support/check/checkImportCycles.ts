import { importGraph } from './importGraph';
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
