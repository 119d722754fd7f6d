import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Aliases } from '../../core/model/onePerson';
import { NO_ALIASES } from '../../core/model/onePerson';
import type { CommitAuthor } from '../../core/snapshot/linkedCommit';
import { readGitSettings, settingsFiles } from '../run/gitSettings';
import type { Repository } from '../run/repository';
import { mailmapped } from './mailmapped';

const ADDRESS = /^[^\s<>]+$/;
/** Pattern for settings that name a mailmap, or another file that may. */
const MAY_NAME = /\[\s*(mailmap|include)/i;

/**
 * Returns those of the addresses that git's mailmap gives to a person with another one, each with that one.
 * @param person name and address of the person at the keyboard, since a mailmap may ask for both; like the addresses only wanted
 * where there is one. @throws GitError
 */
export async function joinedAddresses(
  repository: Repository,
  person: () => Promise<CommitAuthor>,
  addresses: () => readonly string[],
): Promise<Aliases> {
  if (!(await hasMailmap(repository))) return NO_ALIASES;
  const me = await person();
  const others = [...new Set(addresses())].filter((email) => email !== me.email);
  const people = [me, ...others.map((email) => ({ name: '', email }))].filter(({ email }) => ADDRESS.test(email));
  const found = await mailmapped(repository.root, people);
  const joined = people.flatMap((person): [string, string][] => {
    const email = found(person)?.email;
    return email === undefined || email === person.email ? [] : [[person.email, email]];
  });
  return joined.length === 0 ? NO_ALIASES : new Map(joined);
}

/** Tells whether git corrects names here at all; asks git only where its settings may say so, which is rare. */
async function hasMailmap(repository: Repository): Promise<boolean> {
  if (await lstat(path.join(repository.root, '.mailmap')).catch(() => undefined)) return true;
  const files = settingsFiles(repository, process.env);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  if (!texts.some((text) => MAY_NAME.test(text))) return false;
  const { mailmapFile, mailmapBlob } = await readGitSettings(repository);
  return mailmapFile !== undefined || mailmapBlob !== undefined;
}
