import type { Said } from './statements';

/** Who brought a change of a statement; addresses as the commit has them, lower-case. */
export interface Bringer {
  /** Full name. */
  readonly commit: string;
  readonly author: string;
  readonly committer: string;
  readonly coAuthors: readonly string[];
  /** Authors whose commits a squash says it unites. */
  readonly united: readonly string[];
  /** True for a commit that says of itself that it unites others. */
  readonly isUnited: boolean;
  /** Authors of versions in between that cannot be read: the change may have come with any of them. */
  readonly hidden: readonly string[];
  /** True where the version before is not known here. */
  readonly isCut: boolean;
  /** The clones whose stamps it brought before any other commit did, four characters each. */
  readonly replicas: readonly string[];
}

/** A commit after which a statement says something else than in each version before. */
export interface StatementChange {
  readonly bringer: Bringer;
  /** By version before; undefined where the record was not there. */
  readonly before: readonly (Said | undefined)[];
  readonly now: Said | undefined;
}

/** True for a commit in which nobody else can have had a part: a host or a squash names one person for the work of several. */
export function isAlone({ author, committer, coAuthors, isUnited, hidden, isCut, replicas }: Bringer): boolean {
  const isOne = author === committer && hidden.every((other) => other === author);
  return isOne && coAuthors.length === 0 && !isUnited && !isCut && replicas.length <= 1;
}

/** True if the author is the person and nothing tells that the commit holds what somebody else wrote. */
export function isBroughtBy(person: string, { author, united, hidden, isCut }: Bringer): boolean {
  return author === person && !isCut && [...united, ...hidden].every((other) => other === person);
}

/** In whose name it was written first. */
export function firstPerson(changes: readonly StatementChange[]): string | undefined {
  return changes.find(({ now }) => now?.by !== undefined)?.now?.by;
}
