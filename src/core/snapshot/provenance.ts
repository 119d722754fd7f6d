import type { Said } from './statements';

/**
 * Whether the history of the file bears out a statement. confirmed: all it says was brought by its person, last; contradicted:
 * another person brought or changed something of it; unconfirmed: history does not tell. Only signed commits prove who somebody is.
 */
export type Provenance =
  | { readonly state: 'confirmed' }
  | ({ readonly state: 'unconfirmed'; readonly lost?: LostWord } & Doubt)
  | { readonly state: 'contradicted'; readonly commit: string; readonly author: string; readonly lost?: LostWord };

/** Why history does not tell, and whether the statement counts all the same. */
export type Doubt =
  /** A commit of somebody else brought something of it: it may be a squash of the person's own, and nobody can know. */
  | { readonly reason: 'by others'; readonly counts: false; readonly commit: string; readonly author: string }
  /** The same, but `.mailmap` says that the two are one. */
  | { readonly reason: 'mailmap'; readonly counts: true; readonly commit: string; readonly author: string }
  /** No commit of this branch says so. What somebody else says here is not theirs before they have committed it. */
  | { readonly reason: 'uncommitted'; readonly counts: boolean }
  /** It is not in the file that has its goal, and no commit proves who took it out. */
  | { readonly reason: 'gone'; readonly counts: false }
  /** `cut`: the commits before are not here; `united`: its person committed it with the work of others; `proxy`: given for another. */
  | { readonly reason: 'cut' | 'united' | 'elsewhere' | 'proxy'; readonly counts: true };

export interface People {
  /** True for two addresses that `.mailmap` joins. Anybody may write that file: it can raise a doubt, and never settle one. */
  readonly isSame: (address: string, other: string) => boolean;
  /** By address, the clones that stamped what a person committed alone. */
  readonly clones: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What else is asked of the clone. */
export interface Clone {
  /** Address of the person whose clone it is, lower-case; undefined where none is known. */
  readonly me: string | undefined;
  /** True if the second commit has the first in its history. */
  readonly isAncestor: (commit: string, later: string) => Promise<boolean>;
  /** What the commit that is checked out has of a statement; undefined where it has none, hidden where git shows other bytes than it stores. */
  readonly committed: (id: string) => Promise<Said | 'hidden' | undefined>;
}

/** What a person said last in a record that does not count any more, as somebody else changed or deleted it. */
export interface LostWord {
  readonly by: string;
  /** Whom it binds: the person it was given for, else the one who gave it. */
  readonly party: string;
  readonly goal: string;
  readonly declines: boolean;
  /** Milliseconds since 1970. */
  readonly created: number;
}
