import { OBJECT_NAME } from '../../core/snapshot/linkedCommit';
import { runGit } from '../run/runGit';

/**
 * Returns a lookup of the full names of commits, by the names that messages use. A full name stands for itself, whether or not the
 * commit is here; a short one that is unknown, or not unique among commits, has none. Asks git once.
 */
export async function fullNames(root: string, names: readonly string[]): Promise<(name: string) => string | undefined> {
  const short = [...new Set(names.filter((name) => !OBJECT_NAME.test(name)))];
  const input = short.map((name) => `${name}^{commit}\n`).join('');
  const output = short.length === 0 ? '' : await runGit(root, ['cat-file', '--batch-check=%(objectname)'], { input });
  const lines = output.split('\n');
  const found = new Map(short.map((name, index) => [name, lines[index] ?? '']));
  return (name) => [name, found.get(name) ?? ''].find((each) => OBJECT_NAME.test(each));
}
