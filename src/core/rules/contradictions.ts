import type { Problem } from '../document/problem';
import { signatureKind } from '../model/signature';
import { oneLine } from '../text/safeText';
import { groupedBy } from './groupedBy';
import type { Provenance } from './provenance';
import type { Snapshot } from './snapshot';
import type { Statement } from './statements';
import { firstStatements } from './statements';

/** A statement that history contradicts. */
export interface Contradiction {
  readonly statement: Statement;
  /** The commit that contradicts it, in full. */
  readonly commit: string;
  /** Who did it to whose word, in English. */
  readonly message: string;
}

const LONGEST = 100;

/** Returns what somebody else brought, changed or deleted, but for what its person has said again since. @param found by id. */
export function contradictions(
  statements: readonly Statement[],
  found: ReadonlyMap<string, Provenance>,
  { goals }: Pick<Snapshot, 'goals'>,
): Contradiction[] {
  const standing = statements.filter(
    ({ id, said }) => said.withdrawn !== 'true' && found.get(id)?.state === 'confirmed',
  );
  return statements.flatMap((statement) => {
    const { id, by, said } = statement;
    const provenance = found.get(id);
    const isWithdrawn = said.withdrawn === 'true';
    if (provenance?.state !== 'contradicted') return [];
    if (isWithdrawn && standing.some((other) => isLaterWord(other, statement))) return [];
    const { author, commit } = provenance;
    const title = goals.get(said.goal ?? '')?.goal.title;
    const what = `The ${statementNoun(id)} of ${oneLine(by, LONGEST)}${title === undefined ? '' : ` on "${oneLine(title, LONGEST)}"`}`;
    const who = `${authorText(author, (address) => oneLine(address, LONGEST))}, in commit ${commit.slice(0, 8)}`;
    const message = isWithdrawn
      ? `${what} was deleted by ${who}.`
      : `${what} was brought or changed by ${who}. It does not count.`;
    return [{ statement, commit, message }];
  });
}

/** By file, the same as defects of it. */
export function contradictionProblems(snapshot: Snapshot): ReadonlyMap<string, readonly Problem[]> {
  const written = firstStatements(snapshot.sources);
  const found = contradictions(
    written.map(({ statement }) => statement),
    snapshot.provenance,
    snapshot,
  );
  const sourceOf = new Map(written.map(({ statement, source }) => [statement.id, source]));
  return groupedBy(
    found.map(({ statement: { id }, message }): Problem => {
      return { code: `contradicted-${statementNoun(id)}`, message, record: id };
    }),
    ({ record = '' }) => sourceOf.get(record),
  );
}

export function statementNoun(id: string): 'signature' | 'confirmation' {
  return id.startsWith(`${signatureKind.letter}-`) ? 'signature' : 'confirmation';
}

/** A commit need not name anybody. */
export function authorText(address: string, nameOf: (address: string) => string): string {
  return address === '' ? 'somebody without an address' : nameOf(address);
}

/** True if its person has spoken on the same since: whatever somebody took away of what they said before counted no more. */
function isLaterWord({ id, by, said }: Statement, before: Statement): boolean {
  const isSame = id[0] === before.id[0] && by === before.by && said.goal === before.said.goal;
  return isSame && said.for === before.said.for && (said.created ?? '') > (before.said.created ?? '');
}
