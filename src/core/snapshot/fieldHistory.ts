import type { Clone, People } from './provenance';
import type { StatementChange } from './statementChange';
import { isAlone, isBroughtBy } from './statementChange';
import type { Said, SaidField, Statement } from './statements';

/** Who brought what one field of a statement says, change by change. */
export class FieldHistory {
  readonly #by: string;
  readonly #said: FieldValue;
  /** What the person said last, on any branch. */
  readonly #standing = new Set<FieldValue>();
  /** What others brought in its place, and may have had from the person. */
  readonly #open = new Set<FieldValue>();
  /** By value, the commit of somebody else that brought it first. */
  readonly #foreign = new Map<FieldValue, string>();
  /** What the person took back. */
  readonly #left = new Set<FieldValue>();
  /** By value, the commit in which the person brought it again themselves. */
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

  /** True if the person brought what the field says now, before anybody else did, and has not taken it back. */
  get isOwn(): boolean {
    return this.#standing.has(this.#said);
  }

  /** What brought it otherwise: the first such change after the last of the person's own. */
  get suspect(): StatementChange | undefined {
    return this.#suspect;
  }

  /** Whoever committed an old commit of the person again, after they had taken back what it says. */
  get returnedBy(): string | undefined {
    return this.#returnedBy;
  }

  /** True after somebody else landed that the person took it back, as a squash does: bringing it again may be right or wrong. */
  get isOpen(): boolean {
    return this.#open.size > 0;
  }

  /** Takes the next change; parents come before children. */
  async add(change: StatementChange): Promise<void> {
    const value = valueOf(this.field, change.now);
    const before = change.before.map((said) => valueOf(this.field, said));
    const isLatest = (each: FieldValue): boolean => this.#standing.has(each) || this.#open.has(each);
    // A merge may choose the side that its person has left; else what one side had is nothing new.
    const isRevival = !isLatest(value) && before.some(isLatest);
    const isKept = before.includes(value);
    if (isKept && !isRevival) return;
    const { commit, committer } = change.bringer;
    const isReturn = this.#left.has(value) && committer !== this.#by;
    // What somebody else wrote does not become the person's by a revert of a revert; a withdrawal has only two values.
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
      // What they took back on one branch and brought again on another stands on the other.
      if (again === undefined || (await this.isAncestor(again, bringer.commit))) this.#leave(each);
    }
    if (bringer.committer === this.#by && this.#left.has(value)) this.#returned.set(value, bringer.commit);
    this.#left.delete(value);
    this.#open.clear();
    this.#standing.add(value);
    this.#suspect = undefined;
    this.#returnedBy = undefined;
  }

  /** Somebody else may have landed what the person took back themselves. */
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

/** False for what says nothing: no record, or one that is withdrawn. */
function isSaid(field: SaidField, value: FieldValue): boolean {
  return value !== null && !(field === 'withdrawn' && value === 'true');
}

/** null where the record is not there. */
type FieldValue = string | undefined | null;

export function valueOf(field: SaidField, said: Said | undefined): FieldValue {
  if (said) return said[field];
  return field === 'withdrawn' ? 'true' : null;
}

/**
 * True where it was somebody else. What the product never changes in a record is never changed honestly, whatever the commit says
 * of itself; a record that is new may have been written by its person and landed by another.
 */
export function contradicts(
  field: SaidField,
  { bringer, before }: StatementChange,
  by: string,
  { isSame, clones }: People,
  /** The clones whose stamps say when it was made, four characters each. */
  stamped: readonly string[],
): boolean {
  const named = [bringer.author, ...bringer.coAuthors, ...bringer.united, ...bringer.hidden];
  if (bringer.isCut || named.some((address) => isSame(address, by))) return false;
  if (field !== 'withdrawn' && before.some((said) => said !== undefined)) return true;
  // A stamp that stood there before tells nothing of this commit.
  const isOfTheirClone = stamped.some((clone) => bringer.replicas.includes(clone) && clones.get(by)?.has(clone));
  return isAlone(bringer) && !isOfTheirClone;
}
