import type { SourceFile } from './sourceFiles';

/** What may start processes: the one place that decides how git is started, and the editor that a person has chosen. */
const MAY_START: Readonly<Record<string, readonly string[]>> = {
  child_process: ['src/git/run/gitCall.ts', 'src/cli/terminal/editText.ts'],
  'simple-git': ['src/git/run/simpleGitClient.ts'],
};
const IMPORTED = /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*['"`](?:node:)?([^'"`]+)['"`]/g;

/** Returns a line for each file that imports what starts processes and may not; types may go anywhere. */
export function checkProcesses(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ name, text }) => {
    const code = text.replaceAll(/^import type [^;]*;/gm, '');
    const imported = [...code.matchAll(IMPORTED)].map(([, module = '']) => module);
    return Object.entries(MAY_START)
      .filter(([module, allowed]) => imported.includes(module) && !allowed.includes(name))
      .map(
        ([module, allowed]) => `${name}: only ${allowed.join(' and ')} may import ${module}; git is started by runGit.`,
      );
  });
}
