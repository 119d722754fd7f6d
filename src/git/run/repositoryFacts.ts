import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { OBJECT_NAME } from '../../core/snapshot/linkedCommit';
import { microgoalsFolder } from './gitFolder';
import { outputOrNothing } from './gitError';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from './repository';
import { runGit, PLAIN_LOG } from './runGit';

/** Most commits that are read for the list of people. */
const RECENT = 5000;

export interface Author {
  readonly name: string;
  /** Address in lower case. */
  readonly email: string;
}

/**
 * Returns the person at the keyboard: as `microgoals.email` says, otherwise as new commits will. The address is lower-case and empty
 * if none is configured.
 */
export async function configuredPerson(repository: Repository): Promise<Author> {
  const keys = '^((user|author)\\.(name|email)|microgoals\\.email)$';
  const lines = await outputOrNothing(repository.git('config', '--get-regexp', keys));
  const values = new Map((lines ?? '').split('\n').map((line) => splitOnce(line, ' ')));
  const first = (...names: string[]): string => names.map((name) => values.get(name)?.trim()).find(Boolean) ?? '';
  return {
    name: first('author.name', 'user.name'),
    email: first('microgoals.email', 'author.email', 'user.email').toLowerCase(),
  };
}

/** Returns the commit of HEAD; undefined before the first one. */
export async function headCommit(repository: Repository): Promise<string | undefined> {
  return outputOrNothing(repository.git('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'));
}

/** Returns the full name of a commit in any of git's spellings; undefined if there is no such commit. */
export async function findCommit(repository: Repository, revision: string): Promise<string | undefined> {
  const name = ['--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  return outputOrNothing(repository.git('rev-parse', ...name));
}

/** Tells whether HEAD reaches a commit. @param commit full name. */
export async function isInHead(repository: Repository, commit: string): Promise<boolean> {
  const found = repository.git('merge-base', '--is-ancestor', commit, 'HEAD');
  return found.then(
    () => true,
    () => false,
  );
}

/** Returns the short name of the current branch, even if it has no commits; undefined with a detached HEAD. */
export async function currentBranch(repository: Repository): Promise<string | undefined> {
  const name = await outputOrNothing(repository.git('symbolic-ref', '--quiet', 'HEAD'));
  return name?.replace(/^refs\/heads\//, '');
}

export function isShallow(repository: Repository): boolean {
  return existsSync(path.join(repository.commonDir, 'shallow'));
}

/** Tells whether this work tree has, or had, a definition of a sparse checkout. */
export function isSparse({ gitDir }: Repository): boolean {
  return existsSync(path.join(gitDir, 'info', 'sparse-checkout'));
}

/**
 * Returns the first commit of HEAD's first-parent line, which identifies the project in every clone of it. Undefined without
 * commits and in a shallow clone. It is looked up once, since that takes a walk through the whole history.
 */
export async function rootCommit(repository: Repository): Promise<string | undefined> {
  if (isShallow(repository)) return undefined;
  const known = await keptRootCommit(repository);
  if (known !== undefined) return known;
  // A process of its own, whatever runs the short commands: other history may be read during the walk.
  const walk = runGit(repository.root, ['rev-list', '--first-parent', '--max-parents=0', 'HEAD', '--']);
  const found = (await outputOrNothing(walk))?.trim();
  // If the git directory is not writable, the only cost is another walk.
  if (found) await writeWhole(rootFile(repository), `${found}\n`).catch(() => undefined);
  return found;
}

/** Returns the root commit if it was looked up before. */
export async function keptRootCommit(repository: Repository): Promise<string | undefined> {
  const known = (await readFile(rootFile(repository), 'utf8').catch(() => '')).trim();
  return OBJECT_NAME.test(known) ? known : undefined;
}

function rootFile({ commonDir }: Repository): string {
  return path.join(microgoalsFolder(commonDir), 'root');
}

/** Returns the distinct people of recent history on all branches, latest first, with their names according to `.mailmap`. */
export async function authors(repository: Repository): Promise<Author[]> {
  const range = ['--branches', '--remotes', `--max-count=${RECENT}`, '--'];
  const output = await repository.git(...PLAIN_LOG, '-z', '--format=%aN%x00%aE', ...range);
  const fields = output.split('\0');
  const people = new Map<string, Author>();
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const email = (fields[index + 1] ?? '').toLowerCase();
    if (email && !people.has(email)) people.set(email, { name: fields[index] ?? '', email });
  }
  return [...people.values()];
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
