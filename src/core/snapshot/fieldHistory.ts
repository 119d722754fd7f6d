import type { Clone, People } from './provenance';
import type { StatementChange } from './statementChange';
import { isAlone, isBroughtBy } from './statementChange';
import type { Said, SaidField, Statement } from './statements';

/** History of one field of a statement: who set each value, change by change. */
export class FieldHistory {
  readonly #by: string;
  readonly #said: FieldValue;
  /** Latest values that the person set, on any branch. */
  readonly #standing = new Set<FieldValue>();
  /** Values that others set instead and may have received from the person. */
  readonly #open = new Set<FieldValue>();
  /** The first commit by somebody else that set a value, by value. */
  readonly #foreign = new Map<FieldValue, string>();
  /** Values that the person took back. */
  readonly #left = new Set<FieldValue>();
  /** The commit in which the person themselves restored a value, by value. */
  readonly #returned = new Map<FieldValue, string>();
  #suspect: StatementChange | undefined;
  #returnedBy: string | undefined;

  constructor(
    readonly field: SaidField,
    statement: Statement,
    private readonly people: People,
    private readonly isAncestor: Clone['isAncestor'],
  ) {
    this.#by = statement.by;
    this.#said = statement.said[field];
  }

  /** True if the person was the first to set the field's present value and has not taken it back. */
  get isOwn(): boolean {
    return this.#standing.has(this.#said);
  }

  /** The first change after the person's own last one that set the present value. */
  get suspect(): StatementChange | undefined {
    return this.#suspect;
  }

  /** Committer who brought back an old commit of the person after the person had taken its value back. */
  get returnedBy(): string | undefined {
    return this.#returnedBy;
  }

  /** True after somebody else landed the person's withdrawal, as a squash does: restoring the value may then be right or wrong. */
  get isOpen(): boolean {
    return this.#open.size > 0;
  }

  /** Adds the next change; parents come before children. */
  async add(change: StatementChange): Promise<void> {
    const value = valueOf(this.field, change.now);
    const before = change.before.map((said) => valueOf(this.field, said));
    const isLatest = (each: FieldValue): boolean => this.#standing.has(each) || this.#open.has(each);
    // A merge may choose the side that the person has left; otherwise a value that one side had is nothing new.
    const isRevival = !isLatest(value) && before.some(isLatest);
    const isKept = before.includes(value);
    if (isKept && !isRevival) return;
    const { commit, committer } = change.bringer;
    const isReturn = this.#left.has(value) && committer !== this.#by;
    // A revert of a revert does not make somebody else's value the person's own; a withdrawal has only two values.
    const first = this.field === 'withdrawn' ? undefined : this.#foreign.get(value);
    const isTheirs = isBroughtBy(this.#by, change.bringer);
    if (isTheirs && !isReturn && (first === undefined || !(await this.isAncestor(first, commit)))) {
      await this.#takeOwn(value, before, change);
      return;
    }
    if (!isKept && !this.#foreign.has(value)) this.#foreign.set(value, commit);
    this.#takeForeign(value, before, change);
    if (value !== this.#said || this.#suspect) return;
    this.#suspect = change;
    if (isTheirs && isReturn) this.#returnedBy = committer;
  }

  async #takeOwn(value: FieldValue, before: readonly FieldValue[], { bringer }: StatementChange): Promise<void> {
    for (const each of before) {
      const again = this.#returned.get(each);
      // A value that they took back on one branch and restored on another still stands on the other.
      if (again === undefined || (await this.isAncestor(again, bringer.commit))) this.#leave(each);
    }
    if (bringer.committer === this.#by && this.#left.has(value)) this.#returned.set(value, bringer.commit);
    this.#left.delete(value);
    this.#open.clear();
    this.#standing.add(value);
    this.#suspect = undefined;
    this.#returnedBy = undefined;
  }

  /** Takes a change by somebody else, who may have landed what the person themselves took back. */
  #takeForeign(value: FieldValue, before: readonly FieldValue[], change: StatementChange): void {
    const isTakenBack =
      this.field === 'withdrawn' && value === 'true' && before.some((each) => this.#standing.has(each));
    if (!isTakenBack || contradicts(this.field, change, this.#by, this.people, change.bringer.replicas)) return;
    for (const each of before) this.#leave(each);
    this.#open.add(value);
  }

  #leave(value: FieldValue): void {
    this.#standing.delete(value);
    if (isSaid(this.field, value)) this.#left.add(value);
  }
}

/** Tells whether a value says anything: there is a record, and it is not withdrawn. */
function isSaid(field: SaidField, value: FieldValue): boolean {
  return value !== null && !(field === 'withdrawn' && value === 'true');
}

/** The value of a field; null if the record does not exist. */
type FieldValue = string | undefined | null;

export function valueOf(field: SaidField, said: Said | undefined): FieldValue {
  if (said) return said[field];
  return field === 'withdrawn' ? 'true' : null;
}

/**
 * Tells whether somebody else made the change. Nobody honestly changes what the product never changes in a record, whatever the
 * commit says about itself; a new record may have been written by its person and landed by somebody else.
 */
export function contradicts(
  field: SaidField,
  { bringer, before }: StatementChange,
  by: string,
  { isSame, clones }: People,
  /** Clones whose stamps date the change, four characters each. */
  stamped: readonly string[],
): boolean {
  const named = [bringer.author, ...bringer.coAuthors, ...bringer.united, ...bringer.hidden];
  if (bringer.isCut || named.some((address) => isSame(address, by))) return false;
  if (field !== 'withdrawn' && before.some((said) => said !== undefined)) return true;
  // A stamp that was there before says nothing about this commit.
  const isOfTheirClone = stamped.some((clone) => bringer.replicas.includes(clone) && clones.get(by)?.has(clone));
  return isAlone(bringer) && !isOfTheirClone;
}
