import type { CommitAuthor } from '../core/model/linkedCommit';
import { runGit } from './runGit';

/** Names and addresses as `.mailmap` has them: git applies it to the author of a commit alone. Those that are no addresses fall out. */
export async function mailmapped(root: string, people: readonly CommitAuthor[]): Promise<CommitAuthor[]> {
  const input = people.map(({ name, email }) => `${name} <${email}>\n`).join('');
  const output = await runGit(root, ['check-mailmap', '--stdin'], { input });
  return output.split('\n').flatMap((line) => {
    const [, name, email] = /^(.*?) ?<([^<>]*)>$/.exec(line) ?? [];
    return name === undefined || email === undefined ? [] : [{ name, email: email.toLowerCase() }];
  });
}
