import { parseStamp } from '../document/stamp';
import type { Said, SaidField, Statement } from './statements';
import { SAID_FIELDS } from './statements';

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

/**
 * Whether the history of the file bears out a statement. confirmed: all it says was brought by its person, last; contradicted:
 * another person brought or changed something of it; unconfirmed: history does not tell. Only signed commits prove who somebody is.
 */
export type Provenance =
  | { readonly state: 'confirmed' }
  | ({ readonly state: 'unconfirmed'; readonly lost?: LostWord } & Doubt)
  | { readonly state: 'contradicted'; readonly commit: string; readonly author: string; readonly lost?: LostWord };

/** What a person said last in a record that does not count any more, as somebody else changed or deleted it. */
export interface LostWord {
  readonly by: string;
  /** Whom it binds: the person it was given for, else the one who gave it. */
  readonly party: string;
  readonly goal: string;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** Why history does not tell, and whether the statement counts all the same. */
export type Doubt =
  /** A commit of somebody else brought something of it: it may be a squash of the person's own, and nobody can know. */
  | { readonly reason: 'by others'; readonly counts: false; readonly commit: string; readonly author: string }
  /** The same, but `.mailmap` says that the two are one. */
  | { readonly reason: 'mailmap'; readonly counts: true; readonly commit: string; readonly author: string }
  /** No commit of this branch says so. What somebody else says here is not theirs before they have committed it. */
  | { readonly reason: 'uncommitted'; readonly counts: boolean }
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

/** @param changes of this statement, parents before children. */
export async function provenanceOf(
  statement: Statement,
  changes: readonly StatementChange[],
  people: People,
  clone: Clone,
): Promise<Provenance> {
  const word = lostWord(changes);
  const lost = word === undefined ? {} : { lost: word };
  const renamed = changes.find(({ now, before }) => isRenamed(statement.by, now, before));
  if (renamed && statement.said.withdrawn !== 'true' && firstPerson(changes) !== statement.by) {
    const { commit, author } = renamed.bringer;
    return { state: 'contradicted', commit, author, ...lost };
  }
  const histories = await Promise.all(
    SAID_FIELDS.map((field) => fieldHistory(field, statement, changes, people, clone)),
  );
  const doubtful = histories.filter(({ isOwn }) => !isOwn);
  if (doubtful.length === 0) return { state: 'confirmed' };
  // What never was the person's own is taken away by anybody: nothing of theirs is lost.
  const isTakenAway = statement.said.withdrawn === 'true' && doubtful.some(({ field }) => field !== 'withdrawn');
  for (const { field, suspect, isOpen } of isTakenAway ? [] : doubtful) {
    const replica = field === 'withdrawn' ? statement.replicas.withdrawn : statement.replicas.made;
    const stamped = replica === undefined ? [] : [replica];
    if (!suspect || isOpen || !contradicts(field, suspect, statement.by, people, stamped)) continue;
    const { commit, author } = suspect.bringer;
    return { state: 'contradicted', commit, author, ...lost };
  }
  const doubts = await Promise.all(doubtful.map((history) => doubtOf(history, statement, people, clone)));
  const doubt = doubts.find(({ counts }) => !counts) ?? doubts[0];
  if (!doubt) return { state: 'confirmed' };
  return { state: 'unconfirmed', ...doubt, ...(doubt.counts ? {} : lost) };
}

/** In whose name it was written first. */
function firstPerson(changes: readonly StatementChange[]): string | undefined {
  return changes.find(({ now }) => now?.by !== undefined)?.now?.by;
}

/** True where the word of one person is made that of another, which nobody does honestly, be it their own. */
function isRenamed(by: string, now: Said | undefined, before: StatementChange['before']): boolean {
  return now?.by === by && before.some((said) => said?.by !== undefined && said.by !== by);
}

/** Undefined where its person never said it or took it back. */
function lostWord(changes: readonly StatementChange[]): LostWord | undefined {
  const person = firstPerson(changes) ?? '';
  const said = changes.findLast(({ bringer }) => isBroughtBy(person, bringer))?.now;
  const millis = parseStamp(said?.created)?.millis;
  if (said?.by !== person || said.goal === undefined || said.withdrawn === 'true' || millis === undefined)
    return undefined;
  return { by: person, party: said.for ?? person, goal: said.goal, created: millis };
}

async function doubtOf(
  { field, suspect, returnedBy }: FieldHistory,
  { id, by, said }: Statement,
  { isSame }: People,
  { me, committed }: Clone,
): Promise<Doubt> {
  if (!suspect) {
    const stored = await committed(id);
    if (stored !== 'hidden' && valueOf(field, stored) === said[field]) return { reason: 'elsewhere', counts: true };
    // What no edit can have made did not come from their keyboard.
    return { reason: 'uncommitted', counts: by === me && stored !== 'hidden' };
  }
  const { author, hidden, commit, isCut } = suspect.bringer;
  if (isCut) return { reason: 'cut', counts: true };
  const named = [returnedBy ?? author, ...hidden];
  const other = named.find((address) => !isSame(address, by));
  if (other !== undefined) return { reason: 'by others', counts: false, commit, author: other };
  const joined = named.find((address) => address !== by);
  return joined === undefined
    ? { reason: 'united', counts: true }
    : { reason: 'mailmap', counts: true, commit, author: joined };
}

/** True for a commit in which nobody else can have had a part: a host or a squash names one person for the work of several. */
export function isAlone({ author, committer, coAuthors, isUnited, hidden, isCut, replicas }: Bringer): boolean {
  const isOne = author === committer && hidden.every((other) => other === author);
  return isOne && coAuthors.length === 0 && !isUnited && !isCut && replicas.length <= 1;
}

interface FieldHistory {
  readonly field: SaidField;
  /** True if the person brought what the field says now, before anybody else did, and has not taken it back. */
  readonly isOwn: boolean;
  /** What brought it otherwise: the first such change after the last of the person's own. */
  readonly suspect: StatementChange | undefined;
  /** Whoever committed an old commit of the person again, after they had taken back what it says. */
  readonly returnedBy: string | undefined;
  /** True after somebody else landed that the person took it back, as a squash does: bringing it again may be right or wrong. */
  readonly isOpen: boolean;
}

async function fieldHistory(
  field: SaidField,
  statement: Statement,
  changes: readonly StatementChange[],
  people: People,
  { isAncestor }: Clone,
): Promise<FieldHistory> {
  const standing = new Set<FieldValue>();
  /** What others brought in its place, and may have had from the person. */
  const open = new Set<FieldValue>();
  /** By value, the commit of somebody else that brought it first. */
  const foreign = new Map<FieldValue, string>();
  /** What the person took back. */
  const left = new Set<FieldValue>();
  /** By value, the commit in which the person brought it again themselves. */
  const returned = new Map<FieldValue, string>();
  const takeBack = (values: readonly FieldValue[]): void => {
    for (const each of values) {
      standing.delete(each);
      if (isSaid(field, each)) left.add(each);
    }
  };
  let suspect: StatementChange | undefined;
  let returnedBy: string | undefined;
  for (const change of changes) {
    const value = valueOf(field, change.now);
    const before = change.before.map((said) => valueOf(field, said));
    const isLatest = (each: FieldValue): boolean => standing.has(each) || open.has(each);
    // A merge may choose the side that its person has left; else what one side had is nothing new.
    const isRevival = !isLatest(value) && before.some(isLatest);
    const isKept = before.includes(value);
    if (isKept && !isRevival) continue;
    const { commit, committer, replicas } = change.bringer;
    const isReturn = left.has(value) && committer !== statement.by;
    // What somebody else wrote does not become the person's by a revert of a revert; a withdrawal has only two values.
    const first = field === 'withdrawn' ? undefined : foreign.get(value);
    const isTheirs = isBroughtBy(statement.by, change.bringer);
    if (isTheirs && !isReturn && (first === undefined || !(await isAncestor(first, commit)))) {
      const ended: FieldValue[] = [];
      for (const each of before) {
        const again = returned.get(each);
        // What they took back on one branch and brought again on another stands on the other.
        if (again === undefined || (await isAncestor(again, commit))) ended.push(each);
      }
      takeBack(ended);
      if (committer === statement.by && left.has(value)) returned.set(value, commit);
      left.delete(value);
      open.clear();
      standing.add(value);
      suspect = undefined;
      returnedBy = undefined;
    } else {
      if (!isKept && !foreign.has(value)) foreign.set(value, commit);
      const isTakenBack = field === 'withdrawn' && value === 'true' && before.some((each) => standing.has(each));
      if (isTakenBack && !contradicts(field, change, statement.by, people, replicas)) {
        takeBack(before);
        open.add(value);
      }
      if (value !== statement.said[field] || suspect) continue;
      suspect = change;
      if (isTheirs && isReturn) returnedBy = committer;
    }
  }
  return { field, isOwn: standing.has(statement.said[field]), suspect, returnedBy, isOpen: open.size > 0 };
}

/** False for what says nothing: no record, or one that is withdrawn. */
function isSaid(field: SaidField, value: FieldValue): boolean {
  return value !== null && !(field === 'withdrawn' && value === 'true');
}

/** null where the record is not there. */
type FieldValue = string | undefined | null;

function valueOf(field: SaidField, said: Said | undefined): FieldValue {
  if (said) return said[field];
  return field === 'withdrawn' ? 'true' : null;
}

/** True if the author is the person and nothing tells that the commit holds what somebody else wrote. */
function isBroughtBy(person: string, { author, united, hidden, isCut }: Bringer): boolean {
  return author === person && !isCut && [...united, ...hidden].every((other) => other === person);
}

/**
 * True where it was somebody else. What the product never changes in a record is never changed honestly, whatever the commit says
 * of itself; a record that is new may have been written by its person and landed by another.
 */
function contradicts(
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
