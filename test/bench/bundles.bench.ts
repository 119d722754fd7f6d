import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from '../support/run/figure';
import { projectFolder } from '../support/run/projectFolder';

/** Kilobytes of each minified bundle that is loaded, and what it may have. */
const BUDGETS: Readonly<Record<string, number>> = {
  'dist/extension.js': 200,
  'dist/webview/teamPanel.js': 250,
  'dist/merge-driver.js': 60,
};

export function run(): Promise<readonly Figure[]> {
  const figures = Object.entries(BUDGETS).map(([file, budget]) => {
    const loaded = [...loadedWith(projectFolder(file))];
    const value = loaded.reduce((sum, each) => sum + statSync(each).size, 0) / 1000;
    return { name: file, value, unit: 'KB', budget, ok: value <= budget, reference: null };
  });
  return Promise.resolve(figures);
}

/** A bundle and the parts it loads at once; those it loads when they are wanted stand inside a function. */
function loadedWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, part = ''] of readFileSync(file, 'utf8').matchAll(
    /(?<!=>\s*\w*\(?)\brequire\("(\.\/extension-[^"]+)"\)/g,
  ))
    loadedWith(path.join(path.dirname(file), part), found);
  return found;
}
