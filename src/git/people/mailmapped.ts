import type { CommitAuthor } from '../../core/snapshot/linkedCommit';
import { mailmapIsFit } from '../run/gitCall';
import { runGit } from '../run/runGit';

/**
 * Maps names and addresses according to `.mailmap`, which git applies only to the author of a commit. Asks git once for all people.
 * @returns a function that gives name and address of a person; undefined if the text is not an address.
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
