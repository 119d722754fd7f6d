/** A commit in whose changes a signature appears for the first time on its line of history; addresses as `.mailmap` has them. */
export interface Bringer {
  /** Full name. */
  readonly commit: string;
  readonly author: string;
  readonly committer: string;
  readonly coAuthors: readonly string[];
  /** Whether it says of itself that it unites other commits, or history before it is not known here. */
  readonly isUnited: boolean;
  /** The clones whose stamps it brought, four characters each. */
  readonly replicas: readonly string[];
}

/**
 * Whether the history of the file bears out who signed. confirmed: the signer is an author of a commit that brought the signature;
 * contradicted: one other person alone brought it; unconfirmed: history does not tell. Only signed commits prove who somebody is.
 */
export type Provenance =
  | { readonly state: 'confirmed' | 'unconfirmed' }
  | { readonly state: 'contradicted'; readonly commit: string; readonly author: string };

export interface SignedBy {
  /** Address of who gave the signature, as `.mailmap` has it. */
  readonly signer: string;
  /** The clone that stamped it. */
  readonly replica: string | undefined;
}

/**
 * @param bringers the oldest first; @param clones by address, the clones that stamped what a person alone committed.
 */
export function provenanceOf(
  { signer, replica }: SignedBy,
  bringers: readonly Bringer[],
  clones: ReadonlyMap<string, ReadonlySet<string>>,
): Provenance {
  if (bringers.some(({ author, coAuthors }) => author === signer || coAuthors.includes(signer))) {
    return { state: 'confirmed' };
  }
  const alone = bringers.find(isAlone);
  if (!alone) return { state: 'unconfirmed' };
  // It was written in a clone of the signer: somebody else's commit of it may be what a squash left.
  if (replica !== undefined && clones.get(signer)?.has(replica) === true) return { state: 'unconfirmed' };
  return { state: 'contradicted', commit: alone.commit, author: alone.author };
}

/** Whether nobody else can have had a part in a commit: a host or a squash names one person for the work of several. */
export function isAlone({ author, committer, coAuthors, isUnited, replicas }: Bringer): boolean {
  return author === committer && coAuthors.length === 0 && !isUnited && replicas.length <= 1;
}
