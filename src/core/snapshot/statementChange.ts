import type { Said } from './statements';

/** Origin of a change to a statement; addresses are those of the commit, in lower case. */
export interface Bringer {
  /** Full name. */
  readonly commit: string;
  readonly author: string;
  readonly committer: string;
  readonly coAuthors: readonly string[];
  /** Authors of commits that a squash says it unites. */
  readonly united: readonly string[];
  /** True for a commit that says it unites others. */
  readonly isUnited: boolean;
  /** Authors of intermediate versions that cannot be read: any of these versions may have introduced the change. */
  readonly hidden: readonly string[];
  /** True if the previous version is not known here. */
  readonly isCut: boolean;
  /** Clones whose stamps this commit was the first to introduce, four characters each. */
  readonly replicas: readonly string[];
}

/** A commit that changes a statement from what every previous version says. */
export interface StatementChange {
  readonly bringer: Bringer;
  /** One entry per previous version; undefined if that version had no record. */
  readonly before: readonly (Said | undefined)[];
  readonly now: Said | undefined;
}

/** Tells whether only one person can have had a part in the commit: a host or a squash names one person for the work of several. */
export function isAlone({ author, committer, coAuthors, isUnited, hidden, isCut, replicas }: Bringer): boolean {
  const isOne = author === committer && hidden.every((other) => other === author);
  return isOne && coAuthors.length === 0 && !isUnited && !isCut && replicas.length <= 1;
}

/** Tells whether the person is the author and nothing indicates that the commit contains somebody else's words. */
export function isBroughtBy(person: string, { author, united, hidden, isCut }: Bringer): boolean {
  return author === person && !isCut && [...united, ...hidden].every((other) => other === person);
}

/** Returns the person in whose name the statement was first written. */
export function firstPerson(changes: readonly StatementChange[]): string | undefined {
  return changes.find(({ now }) => now?.by !== undefined)?.now?.by;
}
