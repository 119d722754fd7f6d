import type { Said } from './statements';

/**
 * Verdict of the file's history on a statement. `confirmed`: its person was the last to set all of it; `contradicted`: another
 * person added or changed part of it; `unconfirmed`: history does not tell. Only signed commits prove who somebody is.
 */
export type Provenance =
  | { readonly state: 'confirmed' }
  | ({ readonly state: 'unconfirmed'; readonly lost?: LostWord } & Doubt)
  | { readonly state: 'contradicted'; readonly commit: string; readonly author: string; readonly lost?: LostWord };

/** Reason why history does not tell, and whether the statement counts anyway. */
export type Doubt =
  /** Somebody else's commit set part of it; it may be a squash of the person's own commits, and nobody can know. */
  | { readonly reason: 'by others'; readonly counts: false; readonly commit: string; readonly author: string }
  /** The same, but `.mailmap` says that both addresses belong to one person. */
  | { readonly reason: 'mailmap'; readonly counts: true; readonly commit: string; readonly author: string }
  /** No commit of this branch contains it. A statement in somebody else's name is not theirs until they have committed it. */
  | { readonly reason: 'uncommitted'; readonly counts: boolean }
  /** It is no longer in the file that holds its goal, and no commit proves who removed it. */
  | { readonly reason: 'gone'; readonly counts: false }
  /** `cut`: earlier commits are missing here; `united`: its person committed it with others' work. */
  /** Somebody gave it for another: it waits for that person if they commit here, and holds if they do not. */
  | { readonly reason: 'proxy'; readonly counts: boolean }
  | { readonly reason: 'cut' | 'united' | 'elsewhere'; readonly counts: true };

export interface People {
  /** Tells whether `.mailmap` joins the two addresses. Anybody may write that file, so it can raise a doubt but never settle one. */
  readonly isSame: (address: string, other: string) => boolean;
  /** The clones that stamped records in commits that a person made alone, by address. */
  readonly clones: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Facts that a verdict needs from the clone. */
export interface Clone {
  /** Lower-case address of the clone's owner; undefined if none is known. */
  readonly me: string | undefined;
  /** Tells whether the history of the second commit contains the first. */
  readonly isAncestor: (commit: string, later: string) => Promise<boolean>;
  /** Returns the statement in HEAD: undefined if there is none, `hidden` if git shows other bytes than it stores. */
  readonly committed: (id: string) => Promise<Said | 'hidden' | undefined>;
}

/** A person's last word in a record that no longer counts because somebody else changed or deleted it. */
export interface LostWord {
  readonly by: string;
  /** Person whom it binds: the one it was given for, or else the one who gave it. */
  readonly party: string;
  readonly goal: string;
  readonly declines: boolean;
  /** Milliseconds since 1970. */
  readonly created: number;
}
