import type { ClaimAuthor } from './stampAuthors';
import { literally } from '../files/pathInTree';
import type { Repository } from '../run/repository';
import { runGit, PLAIN_LOG } from '../run/runGit';

/**
 * Returns the author who last committed each version of a file, by blob.
 * @param file path from the top of the work tree; @param tips commits; @param without commits whose history is left out.
 */
export async function blobAuthors(
  { root }: Repository,
  file: string,
  tips: readonly string[],
  without: readonly string[],
): Promise<ReadonlyMap<string, ClaimAuthor>> {
  // Merges count, too: nobody else committed the version that a merge produced.
  const lists = ['--raw', '--no-abbrev', '--no-renames', '--diff-merges=first-parent'];
  const args = [
    ...PLAIN_LOG,
    ...lists,
    '--format=tformat:%x00%aN%x00%aE',
    '--ignore-missing',
    '--stdin',
    '--',
    literally(file),
  ];
  const input = [...tips, ...without.map((name) => `^${name}`)].map((line) => `${line}\n`).join('');
  const output = await runGit(root, args, { input });
  const authors = new Map<string, ClaimAuthor>();
  const [, ...fields] = output.split('\0');
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [email = '', ...changes] = (fields[index + 1] ?? '').split('\n');
    const author = { name: fields[index] ?? '', email: email.toLowerCase() };
    for (const line of changes) {
      const [, blob] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) \w/.exec(line) ?? [];
      if (blob !== undefined && !authors.has(blob)) authors.set(blob, author);
    }
  }
  return authors;
}
