import { parseStamp } from '../core/document/stamp';
import type { Bringer, Provenance, SignedBy } from '../core/rules/provenance';
import { isAlone, provenanceOf } from '../core/rules/provenance';
import type { WrittenSignature } from '../core/rules/writtenSignatures';
import { coAuthors } from '../core/text/trailers';
import { mailmapped } from './mailmapped';
import { literally, nameInTree } from './pathInTree';
import { PLAIN_LOG } from './plainLog';
import type { Repository } from './repository';
import { headCommit, isShallow } from './repositoryFacts';
import { runGit } from './runGit';

/** What squashing leaves in a message: git's own words, the number that a host adds, the list of the commits. */
const UNITED = /^Squashed commit of the following:|\([#!]\d+\)$|^Merge pull request |^See merge request /m;
const ADDRESS = /^[^\s<>]+$/;
const FIELDS = 6;
const RECORD = /^([+-])\s*"(s-[0-9a-hjkmnp-tv-z]{10})":/gm;
const STAMP = /^([+-]).*"(\d{8}T\d{9}Z-\d{4}-[0-9a-z]{4})"/gm;

interface Change extends Bringer {
  /** Ids of the signatures it added. */
  readonly added: readonly string[];
}

/**
 * By id, what the history of all branches and tags tells of the signatures.
 * @param files absolute paths of the shared file and its archive. @throws GitError
 */
export async function signatureProvenance(
  repository: Repository,
  files: readonly string[],
  signatures: readonly WrittenSignature[],
): Promise<ReadonlyMap<string, Provenance>> {
  if (signatures.length === 0) return new Map();
  const changes = await readChanges(repository, files);
  const names = [
    ...signatures.map(({ by }) => by),
    ...changes.flatMap((change) => [change.author, change.committer, ...change.coAuthors]),
  ];
  const known = await addressesOf(repository, names);
  const address = (name: string): string => known.get(name) ?? name;
  const mapped = changes.map((change) => ({
    ...change,
    author: address(change.author),
    committer: address(change.committer),
    coAuthors: change.coAuthors.map(address).filter((each) => each !== address(change.author)),
  }));
  const clones = clonesOf(mapped);
  return new Map(
    signatures.map(({ id, by, stamp }) => {
      const signed: SignedBy = { signer: address(by), replica: parseStamp(stamp)?.replica };
      const bringers = mapped.filter(({ added }) => added.includes(id));
      return [id, provenanceOf(signed, bringers, clones)];
    }),
  );
}

/** The oldest first. Merges bring nothing of their own: what they unite came by the commits they unite. */
async function readChanges(repository: Repository, files: readonly string[]): Promise<Change[]> {
  const format = `--format=tformat:%x00${['%H', '%P', '%ae', '%ce', '%B'].join('%x00')}%x00`;
  const head = (await headCommit(repository)) ?? [];
  const lists = ['--branches', '--remotes', '--tags', '--no-merges', '--reverse', '--date-order'].concat(head);
  const patch = ['--patch', '--unified=0', '--no-renames'];
  const names = files.map((file) => literally(nameInTree(repository, file)));
  const output = await runGit(repository.root, [...PLAIN_LOG, ...lists, ...patch, format, '--', ...names]);
  const shallow = isShallow(repository);
  const [, ...fields] = output.split('\0');
  const changes: Change[] = [];
  for (let index = 0; index + FIELDS <= fields.length; index += FIELDS) {
    const [commit = '', parents = '', author = '', committer = '', message = '', text = ''] = fields.slice(index);
    changes.push({
      commit,
      author: author.toLowerCase(),
      committer: committer.toLowerCase(),
      coAuthors: coAuthors(message).map(({ email }) => email.toLowerCase()),
      isUnited: UNITED.test(message) || (shallow && parents === ''),
      added: onlyAdded(text, RECORD),
      replicas: [...new Set(onlyAdded(text, STAMP).flatMap((stamp) => parseStamp(stamp)?.replica ?? []))],
    });
  }
  return changes;
}

/** What a difference adds and does not take away elsewhere: a move brings nothing. */
function onlyAdded(text: string, form: RegExp): string[] {
  const found = [...text.matchAll(form)];
  const removed = new Set(found.flatMap(([, sign, name = '']) => (sign === '-' ? [name] : [])));
  return [...new Set(found.flatMap(([, sign, name = '']) => (sign === '+' && !removed.has(name) ? [name] : [])))];
}

/** By address, the clones whose stamps a person committed alone. */
function clonesOf(changes: readonly Change[]): ReadonlyMap<string, ReadonlySet<string>> {
  const clones = new Map<string, Set<string>>();
  for (const change of changes.filter(isAlone)) {
    const own = clones.get(change.author) ?? new Set();
    for (const replica of change.replicas) own.add(replica);
    clones.set(change.author, own);
  }
  return clones;
}

/** By the address as written, the one that `.mailmap` has for it. */
async function addressesOf({ root }: Repository, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(names)].filter((name) => ADDRESS.test(name)).map((email) => ({ name: '', email }));
  const nameOf = await mailmapped(root, people);
  return new Map(people.map((person) => [person.email, nameOf(person)?.email ?? person.email]));
}
