import type { CommitAuthor } from '../../core/snapshot/linkedCommit';
import { mailmapIsFit } from '../run/gitCall';
import { runGit } from '../run/runGit';

/**
 * Names and addresses as `.mailmap` has them: git applies it to the author of a commit alone. Asks git once for all of the people.
 * @returns their name and address there; undefined for what is no address.
 */
export async function mailmapped(
  root: string,
  people: readonly CommitAuthor[],
): Promise<(person: CommitAuthor) => CommitAuthor | undefined> {
  const contacts = [...new Set(people.map(contactOf))];
  if (contacts.length === 0) return () => undefined;
  if (!mailmapIsFit(root)) return (person) => personIn(contactOf(person));
  const output = await runGit(root, ['check-mailmap', '--stdin'], {
    input: contacts.map((each) => `${each}\n`).join(''),
  });
  const names = new Map(output.split('\n').map((line, index) => [contacts[index], personIn(line)]));
  return (person) => names.get(contactOf(person));
}

function contactOf({ name, email }: CommitAuthor): string {
  return `${name} <${email}>`;
}

function personIn(line: string): CommitAuthor | undefined {
  const [, name, email] = /^(.*?) ?<([^<>]*)>$/.exec(line) ?? [];
  return name === undefined || email === undefined ? undefined : { name, email: email.toLowerCase() };
}
