import type { Problem, ProblemCode } from '../document/problem';
import { parseStamp } from '../document/stamp';
import { oneLine } from '../text/safeText';
import { groupedBy } from './groupedBy';
import type { Provenance } from './provenance';
import type { Snapshot } from './snapshot';
import type { Statement } from './statements';
import { firstStatements, isSignatureId } from './statements';

/** A statement that history contradicts. */
export interface Contradiction {
  readonly id: string;
  /** Person in whose name the statement stands now; only they may delete it. */
  readonly by: string;
  /** `changed`: the statement is still there; `answered`: so it is, and its person has said the same since; `gone`: it was deleted or taken out. */
  readonly state: 'changed' | 'answered' | 'gone';
  /** Full name of the commit that contradicts it. */
  readonly commit: string;
  /** English text that says who changed whose statement, and what follows from that. */
  readonly message: string;
}

const LONGEST = 100;

/** Returns statements that somebody else added, changed or removed, unless their person has restated them. @param found by id. */
export function contradictions(
  statements: readonly Statement[],
  found: ReadonlyMap<string, Provenance>,
  { goals }: Pick<Snapshot, 'goals'>,
): Contradiction[] {
  const words = new Map<string, Word>(statements.map((statement) => [statement.id, wordOf(statement)]));
  for (const [id, provenance] of found) {
    // Whatever became of the record, the contradiction concerns what its person had said.
    const lost = provenance.state === 'confirmed' ? undefined : provenance.lost;
    if (lost) words.set(id, { ...lost, isGone: words.get(id)?.isGone ?? true });
  }
  const written = new Map(statements.map((statement) => [statement.id, statement]));
  const answers = statements.filter(({ id, said }) => said.withdrawn !== 'true' && isOwn(found.get(id)));
  const standing = [...words].filter(([id, { isGone }]) => !isGone && found.get(id)?.state === 'confirmed');
  return [...words].flatMap(([id, word]): Contradiction[] => {
    const provenance = found.get(id);
    if (provenance?.state !== 'contradicted') return [];
    if (word.isGone && standing.some(([other, later]) => other[0] === id[0] && isLater(later, word))) return [];
    const { author, commit } = provenance;
    const person = oneLine(word.by, LONGEST);
    const title = goals.get(word.goal ?? '')?.goal.title;
    const about = title === undefined ? '' : ` on "${oneLine(title, LONGEST)}"`;
    const noun = word.declines ? 'refusal' : statementNoun(id);
    const who = authorText(author, (address) => oneLine(address, LONGEST));
    const did = word.isGone ? 'deleted' : 'brought or changed';
    const what = `the ${noun} of ${person}${about}, in commit ${commit.slice(0, 8)}`;
    const isAnswered = !word.isGone && answers.some((answer) => isAnswer(answer, word, written.get(id)));
    const follows = isAnswered
      ? `${person} has said it themselves since.`
      : `It does not count until ${person} says it again.`;
    const state = word.isGone ? 'gone' : isAnswered ? 'answered' : 'changed';
    return [{ id, by: written.get(id)?.by ?? word.by, state, commit, message: `${who} ${did} ${what}. ${follows}` }];
  });
}

/** Tells whether a statement is its person's own beyond doubt: they committed it, or typed it here and have not committed it yet. */
function isOwn(found: Provenance | undefined): boolean {
  return (
    found?.state === 'confirmed' || (found?.state === 'unconfirmed' && found.reason === 'uncommitted' && found.counts)
  );
}

/** Tells whether a person says themselves, later, just what somebody else had put into their name. */
function isAnswer(answer: Statement, word: Word, planted: Statement | undefined): boolean {
  if (planted?.by !== word.by || answer.id[0] !== planted.id[0]) return false;
  const [own, theirs] = [wordOf(answer), wordOf(planted)];
  return answer.said.terms === planted.said.terms && isLater(own, theirs) && isLater(own, word);
}

/** Content of a statement, past or present. */
interface Word {
  readonly by: string;
  readonly party: string;
  readonly goal: string | undefined;
  readonly declines: boolean;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly isGone: boolean;
}

function wordOf({ by, said }: Statement): Word {
  return {
    by,
    party: said.for ?? by,
    goal: said.goal,
    declines: said.declines === 'true',
    created: parseStamp(said.created)?.millis ?? 0,
    isGone: said.withdrawn === 'true',
  };
}

/** Tells whether the person has spoken on the same matter since: whatever somebody removed of their earlier words no longer counted. */
function isLater({ by, party, goal, created }: Word, before: Word): boolean {
  return by === before.by && party === before.party && goal === before.goal && created > before.created;
}

/** Returns the contradictions as problems, by file, like defects of that file. */
export function contradictionProblems(snapshot: Snapshot): ReadonlyMap<string, readonly Problem[]> {
  const written = firstStatements(snapshot.sources);
  const found = contradictions(
    written.map(({ statement }) => statement),
    snapshot.provenance,
    snapshot,
  );
  const sourceOf = new Map(written.map(({ statement, source }) => [statement.id, source]));
  const shared = snapshot.sources.find(({ scope }) => scope === 'team')?.path;
  return groupedBy(
    found.map(({ id, state, message }): Problem => {
      return { code: contradictionCode(id, state), message, record: id };
    }),
    ({ record = '' }) => sourceOf.get(record) ?? shared,
  );
}

/** Returns the code of the problem; one whose person has answered it is told, and hinders nothing any more. */
export function contradictionCode(id: string, state: Contradiction['state']): ProblemCode {
  return `${state === 'answered' ? 'answered' : 'contradicted'}-${statementNoun(id)}`;
}

export function statementNoun(id: string): 'signature' | 'confirmation' {
  return isSignatureId(id) ? 'signature' : 'confirmation';
}

/** Returns the author's name, or a phrase if the address is empty: a commit need not name anybody. */
export function authorText(address: string, nameOf: (address: string) => string): string {
  return address === '' ? 'somebody without an address' : nameOf(address);
}
