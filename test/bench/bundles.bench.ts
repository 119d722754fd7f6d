import { statSync } from 'node:fs';
import type { Figure } from '../support/figure';
import { projectFolder } from '../support/projectFolder';

/** Kilobytes of each minified bundle that is loaded, and what it may have. */
const BUDGETS: Readonly<Record<string, number>> = {
  'dist/extension.js': 200,
  'dist/webview/teamPanel.js': 250,
  'dist/merge-driver.js': 60,
};

export function run(): Promise<readonly Figure[]> {
  const figures = Object.entries(BUDGETS).map(([file, budget]) => {
    const value = statSync(projectFolder(file)).size / 1000;
    return { name: file, value, unit: 'KB', budget, ok: value <= budget, reference: null };
  });
  return Promise.resolve(figures);
}
