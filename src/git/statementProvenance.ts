import { isObject, member } from '../core/document/json';
import { recordsInText, stampsOf } from '../core/document/recordsInText';
import type { Bringer, IsAncestor, People, Provenance, StatementChange } from '../core/rules/provenance';
import { isAlone, provenanceOf } from '../core/rules/provenance';
import type { Said, Statement } from '../core/rules/statements';
import { SAID_FIELDS, saidIn } from '../core/rules/statements';
import { coAuthors } from '../core/text/trailers';
import type { FileChange, FileSet } from './fileChanges';
import { fileChanges } from './fileChanges';
import { mailmapped } from './mailmapped';
import type { Repository } from './repository';
import { runGit } from './runGit';

/** What squashing leaves in a message: git's own words, the number that a host adds, the list of the commits. */
const UNITED = /^Squashed commit of the following:|\([#!]\d+\)$|^Merge pull request |^See merge request /m;
/** How git lists the authors of what it squashed. */
const LISTED_AUTHOR = /^Author: .*<([^<>\s]+)>$/gm;
const REPLICA_LENGTH = 4;
const ADDRESS = /^[^\s<>]+$/;

/** What is kept of one version of a file. */
interface Content {
  /** The wanted records that it has, by id. */
  readonly said: ReadonlyMap<string, Said>;
  readonly stamps: ReadonlySet<string>;
}

/**
 * By id, what the history of all branches and tags tells of the statements.
 * @param files absolute paths of the shared file and its archive, the one that counts first. @throws GitError
 */
export async function statementProvenance(
  repository: Repository,
  files: readonly string[],
  statements: readonly Statement[],
): Promise<ReadonlyMap<string, Provenance>> {
  if (statements.length === 0) return new Map();
  const wanted = new Set(statements.map(({ id }) => id));
  const walk = new StatementWalk(wanted);
  for await (const change of fileChanges(repository, files, (text) => contentOf(text, wanted))) walk.add(change);
  const people = await peopleOf(repository, statements, walk.bringers);
  const isAncestor = ancestry(repository);
  const found = new Map<string, Provenance>();
  for (const statement of statements) {
    found.set(statement.id, await provenanceOf(statement, walk.changesOf(statement.id), people, isAncestor));
  }
  return found;
}

function contentOf(text: string, wanted: ReadonlySet<string>): Content | undefined {
  const records = recordsInText(text);
  if (!records) return undefined;
  const said = new Map<string, Said>();
  for (const id of wanted) {
    const record = member(records, id);
    if (isObject(record)) said.set(id, saidIn(record));
  }
  return { said, stamps: stampsOf(records) };
}

/** What was said before a change. */
interface Earlier {
  readonly said: (Said | undefined)[];
  /** Authors of the versions in between that cannot be read. */
  readonly hidden: Set<string>;
  /** True where something of it is not in this clone. */
  isCut: boolean;
}

class StatementWalk {
  readonly bringers: Bringer[] = [];
  readonly #changes = new Map<string, StatementChange[]>();
  /** By key, the commits with a version that cannot be read as a whole. */
  readonly #unread = new Map<string, FileChange<Content>[]>();
  readonly #wanted: ReadonlySet<string>;
  /** All that were seen so far. */
  readonly #stamps = new Set<string>();

  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
  }

  changesOf(id: string): readonly StatementChange[] {
    return this.#changes.get(id) ?? [];
  }

  add(change: FileChange<Content>): void {
    if (change.now.versions.includes('unreadable')) {
      this.#unread.set(change.now.key, [...(this.#unread.get(change.now.key) ?? []), change]);
    }
    const bringer = { ...bringerOf(change), replicas: this.#newReplicas(change.now) };
    this.bringers.push(bringer);
    for (const id of this.#wanted) this.#addStatement(id, change, bringer);
  }

  #newReplicas({ versions }: FileSet<Content>): string[] {
    const replicas = new Set<string>();
    for (const version of versions) {
      for (const stamp of typeof version === 'string' ? [] : version.content.stamps) {
        if (!this.#stamps.has(stamp)) replicas.add(stamp.slice(-REPLICA_LENGTH));
        this.#stamps.add(stamp);
      }
    }
    return [...replicas];
  }

  #addStatement(id: string, change: FileChange<Content>, bringer: Bringer): void {
    const now = saidAt(change.now, id);
    if (now === 'unknown') return;
    const { said: before, hidden, isCut } = this.#before(change, id);
    if (before.some((said) => isSameSaid(said, now))) return;
    const list = this.#changes.get(id) ?? [];
    list.push({ bringer: { ...bringer, hidden: [...hidden], isCut }, before, now });
    this.#changes.set(id, list);
  }

  /** By version before; where one cannot be read, what was said before that one counts. */
  #before(change: FileChange<Content>, id: string): Earlier {
    const earlier: Earlier = { said: [], hidden: new Set(), isCut: change.isCut };
    const seen = new Set<string>();
    const open = [change];
    for (let each = open.pop(); each; each = open.pop()) {
      if (each.before.length === 0) earlier.said.push(undefined);
      for (const set of each.before) {
        const said = saidAt(set, id);
        if (said !== 'unknown') earlier.said.push(said);
        else if (!seen.has(set.key)) {
          seen.add(set.key);
          const unread = this.#unread.get(set.key);
          if (!unread || set.versions.includes('missing') || unread.some(({ isCut }) => isCut)) earlier.isCut = true;
          for (const { authorAddress } of unread ?? []) earlier.hidden.add(authorAddress);
          open.push(...(unread ?? []));
        }
      }
    }
    return earlier;
  }
}

/** What a version says of a record: the first file that has it counts. */
function saidAt({ versions }: FileSet<Content>, id: string): Said | 'unknown' | undefined {
  for (const version of versions) {
    if (version === 'unreadable' || version === 'missing') return 'unknown';
    const said = version === 'absent' ? undefined : version.content.said.get(id);
    if (said) return said;
  }
  return undefined;
}

function isSameSaid(a: Said | undefined, b: Said | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && SAID_FIELDS.every((field) => a[field] === b[field]));
}

function bringerOf(change: FileChange<Content>): Bringer {
  const { commit, parents, authorAddress, committerAddress, message, isCut } = change;
  const isMerge = parents.length > 1;
  return {
    commit,
    author: authorAddress,
    committer: committerAddress,
    coAuthors: coAuthors(message)
      .map(({ email }) => email)
      .filter((email) => email !== authorAddress),
    // A merge has its commits as parents; what it brings besides is its own.
    united: isMerge ? [] : [...message.matchAll(LISTED_AUTHOR)].map(([, email = '']) => email.toLowerCase()),
    isUnited: !isMerge && UNITED.test(message),
    hidden: [],
    isCut,
    replicas: [],
  };
}

/** Asks git about each two commits once. */
function ancestry({ root }: Repository): IsAncestor {
  const known = new Map<string, Promise<boolean>>();
  const ask = (commit: string, later: string): Promise<boolean> =>
    runGit(root, ['merge-base', '--is-ancestor', commit, later]).then(
      () => true,
      () => false,
    );
  return (commit, later) => {
    const pair = `${commit} ${later}`;
    const asked = known.get(pair) ?? ask(commit, later);
    known.set(pair, asked);
    return asked;
  };
}

async function peopleOf(
  { root }: Repository,
  statements: readonly Statement[],
  bringers: readonly Bringer[],
): Promise<People> {
  const clones = new Map<string, Set<string>>();
  for (const { author, replicas } of bringers.filter(isAlone)) {
    const own = clones.get(author) ?? new Set();
    for (const replica of replicas) own.add(replica);
    clones.set(author, own);
  }
  const named = bringers.flatMap(({ author, coAuthors, united }) => [author, ...coAuthors, ...united]);
  const addresses = new Set([...statements.map(({ by }) => by), ...named].filter((each) => ADDRESS.test(each)));
  const people = [...addresses].map((email) => ({ name: '', email }));
  const nameOf = await mailmapped(root, people);
  const mapped = new Map(people.map((person) => [person.email, nameOf(person)?.email ?? person.email]));
  const mappedTo = (address: string): string => mapped.get(address) ?? address;
  return { clones, isSame: (address, other) => address === other || mappedTo(address) === mappedTo(other) };
}
