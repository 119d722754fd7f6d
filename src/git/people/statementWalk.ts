import { isObject } from '../../core/document/json';
import { recordsInText, stampsOf } from '../../core/document/recordsInText';
import type { People } from '../../core/snapshot/provenance';
import type { Bringer, StatementChange } from '../../core/snapshot/statementChange';
import { isAlone } from '../../core/snapshot/statementChange';
import type { Said } from '../../core/snapshot/statements';
import { isStatementId, SAID_FIELDS, saidIn } from '../../core/snapshot/statements';
import { coAuthors } from '../../core/text/trailers';
import type { FileChange, FileSet, Version } from '../files/fileChanges';

/** Traces of a squash in a message: git's own words, the number that a host adds, the list of the commits. */
const UNITED = /^Squashed commit of the following:|\([#!]\d+\)$|^Merge pull request |^See merge request /m;
/** Form in which git lists the authors of squashed commits. */
const LISTED_AUTHOR = /^Author: .*<([^<>\s]+)>$/gm;
const REPLICA_LENGTH = 4;

/** Part of one version of a file that is kept. */
export interface Content {
  /** Content of the records that may be statements, by id. */
  readonly said: ReadonlyMap<string, Said>;
  readonly stamps: ReadonlySet<string>;
}

/** Extracts the content of a text; undefined if it is not a goals file. */
export function contentOf(text: string): Content | undefined {
  const records = recordsInText(text);
  if (!records) return undefined;
  const said = new Map<string, Said>();
  for (const [id, record] of Object.entries(records)) {
    if (isStatementId(id) && isObject(record)) said.set(id, saidIn(record));
  }
  return { said, stamps: stampsOf(records) };
}

/** State of a statement before a change. */
interface Earlier {
  readonly said: (Said | undefined)[];
  /** Authors of unreadable versions in between. */
  readonly hidden: Set<string>;
  /** True if a part of it is not in this clone. */
  isCut: boolean;
}

/** Version that cannot be read as a whole, so the state before it counts. */
interface Unread {
  readonly author: string;
  readonly isCut: boolean;
  readonly before: readonly FileSet<Content>[];
}

/** Set of versions as JSON: the statements of the readable ones. */
interface KeptSet {
  readonly key: string;
  readonly versions: readonly (Exclude<Version<never>, object> | readonly (readonly [string, Said])[])[];
}

interface KeptUnread extends Omit<Unread, 'before'> {
  readonly before: readonly KeptSet[];
}

/** Result of a walk, as JSON. */
export interface WalkState {
  readonly changes: readonly (readonly [string, readonly StatementChange[]])[];
  readonly clones: readonly (readonly [string, readonly string[]])[];
  readonly addresses: readonly string[];
  readonly stamps: readonly string[];
  readonly unread: readonly (readonly [string, readonly KeptUnread[]])[];
}

/** Collector of who brought which statement, from the changes of the files, parents before children. */
export class StatementWalk {
  readonly #changes = new Map<string, StatementChange[]>();
  readonly #clones = new Map<string, Set<string>>();
  readonly #addresses = new Set<string>();
  /** All stamps seen so far. */
  readonly #stamps: Set<string>;
  /** Commits with a version that cannot be read as a whole, by key. */
  readonly #unread = new Map<string, Unread[]>();

  /** @param before result of an earlier walk through the history before the changes to come. */
  constructor(before?: WalkState) {
    this.#stamps = new Set(before?.stamps);
    for (const address of before?.addresses ?? []) this.#addresses.add(address);
    for (const [address, replicas] of before?.clones ?? []) this.#clones.set(address, new Set(replicas));
    for (const [key, unread] of before?.unread ?? []) this.#unread.set(key, unread.map(unreadOf));
    for (const [id, changes] of before?.changes ?? []) {
      // JSON has no undefined, so it is restored here.
      this.#changes.set(
        id,
        changes.map((change) => ({ ...change, before: change.before.map((said) => said ?? undefined) })),
      );
    }
  }

  get state(): WalkState {
    return {
      changes: [...this.#changes],
      clones: Array.from(this.#clones, ([address, replicas]) => [address, [...replicas]] as const),
      addresses: [...this.#addresses],
      stamps: [...this.#stamps],
      unread: Array.from(this.#unread, ([key, unread]) => [key, unread.map(keptUnread)] as const),
    };
  }

  /** Returns the clones that stamped the changes a person committed alone, by address. */
  get clones(): People['clones'] {
    return this.#clones;
  }

  /** Returns the addresses of everybody whom a commit names. */
  get addresses(): ReadonlySet<string> {
    return this.#addresses;
  }

  /** Returns the ids of all statements there ever were. */
  get ids(): Iterable<string> {
    return this.#changes.keys();
  }

  changesOf(id: string): readonly StatementChange[] {
    return this.#changes.get(id) ?? [];
  }

  add(change: FileChange<Content>): void {
    const isNew = change.before.every(({ key }) => key !== change.now.key);
    if (isNew && change.now.versions.includes('unreadable')) {
      const unread = this.#unread.get(change.now.key) ?? [];
      unread.push({ author: change.authorAddress, isCut: change.isCut, before: change.before });
      this.#unread.set(change.now.key, unread);
    }
    const bringer = { ...bringerOf(change), replicas: this.#newReplicas(change.now) };
    this.#note(bringer);
    // Removing the files takes no statement back.
    if (change.now.versions.every((version) => version === 'absent')) return;
    const ids = change.now.versions.flatMap((version) =>
      typeof version === 'string' ? [] : [...version.content.said.keys()],
    );
    for (const id of new Set([...this.#changes.keys(), ...ids])) this.#addStatement(id, change, bringer);
  }

  #note(bringer: Bringer): void {
    const { author, coAuthors: others, united, replicas } = bringer;
    for (const address of [author, ...others, ...united]) this.#addresses.add(address);
    if (!isAlone(bringer)) return;
    const own = this.#clones.get(author) ?? new Set();
    for (const replica of replicas) own.add(replica);
    this.#clones.set(author, own);
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
    const list = this.#changes.get(id) ?? [];
    const others = before.filter((said) => !isSameSaid(said, now));
    // A side without the record matters only if somebody removed the record.
    const isChoice = others.some((said) => said !== undefined || list.some((each) => each.now === undefined));
    if (others.length < before.length && !isChoice) return;
    list.push({ bringer: { ...bringer, hidden: [...hidden], isCut }, before, now });
    this.#changes.set(id, list);
  }

  /** Collects the state in each version before the change; if one is unreadable, the state before that one counts. */
  #before(change: FileChange<Content>, id: string): Earlier {
    const earlier: Earlier = { said: [], hidden: new Set(), isCut: change.isCut };
    const seen = new Set<string>();
    const open: Pick<Unread, 'before'>[] = [change];
    for (let each = open.pop(); each; each = open.pop()) {
      if (each.before.length === 0) earlier.said.push(undefined);
      for (const set of each.before) {
        const said = saidAt(set, id);
        if (said !== 'unknown') earlier.said.push(said);
        else if (!seen.has(set.key)) {
          seen.add(set.key);
          const unread = set.versions.includes('missing') ? [] : (this.#unread.get(set.key) ?? []);
          if (unread.length === 0 || unread.some(({ isCut }) => isCut)) earlier.isCut = true;
          for (const { author } of unread) earlier.hidden.add(author);
          open.push(...unread);
        }
      }
    }
    return earlier;
  }
}

function keptUnread({ author, isCut, before }: Unread): KeptUnread {
  const kept = before.map(({ key, versions }) => ({
    key,
    versions: versions.map((version) => (typeof version === 'string' ? version : [...version.content.said])),
  }));
  return { author, isCut, before: kept };
}

function unreadOf({ author, isCut, before }: KeptUnread): Unread {
  const sets = before.map(({ key, versions }) => ({
    key,
    versions: versions.map((version): Version<Content> =>
      typeof version === 'string' ? version : { content: { said: new Map(version), stamps: new Set() } },
    ),
  }));
  return { author, isCut, before: sets };
}

/** Returns the state of a record in a version: the first file that has it takes precedence. */
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
    // A merge has its commits as parents; everything else it brings is its own.
    united: isMerge ? [] : [...message.matchAll(LISTED_AUTHOR)].map(([, email = '']) => email.toLowerCase()),
    isUnited: !isMerge && UNITED.test(message),
    hidden: [],
    isCut,
    replicas: [],
  };
}
