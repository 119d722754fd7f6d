import type { Problem } from '../core/document/problem';
import { signatureKind } from '../core/model/signature';
import type { Provenance } from '../core/rules/provenance';
import type { Snapshot } from '../core/rules/snapshot';
import type { Statement } from '../core/rules/statements';
import { writtenStatements } from '../core/rules/statements';
import { oneLine } from '../core/text/safeText';
import { authorText, reasonText } from './doubtText';
import type { Place } from './openPlace';
import { myAddress } from './openPlace';

export interface StatementProblem extends Problem {
  /** Path of the file it is about. */
  readonly source: string;
  /** The commit that contradicts it. */
  readonly commit?: string;
}

/** Returns what history says against the signatures and confirmations of the team, and those of which it says nothing. */
export async function checkStatements(snapshot: Snapshot, place: Place): Promise<StatementProblem[]> {
  const { repository, shared, archive } = place;
  const seen = new Set<string>();
  // The first file that has it counts, whatever the others say of it.
  const written = snapshot.sources.flatMap((source) =>
    writtenStatements([source]).flatMap((statement) => {
      if (seen.has(statement.id)) return [];
      seen.add(statement.id);
      return [{ statement, source: source.path }];
    }),
  );
  if (!repository || written.length === 0) return [];
  const [{ statementProvenance }, { isTransformed }] = await Promise.all([
    import('../git/statementProvenance'),
    import('../git/isTransformed'),
  ]);
  const statements = written.map(({ statement }) => statement);
  const asked = { files: [shared.path, archive.path], statements, me: await myAddress(place) };
  const { found } = await statementProvenance(repository, asked);
  const standing = statements.filter(
    ({ id, said }) => said.withdrawn !== 'true' && found.get(id)?.state === 'confirmed',
  );
  const problems = written.flatMap(({ statement, source }) => {
    if (statement.said.withdrawn === 'true' && standing.some((other) => isLaterWord(other, statement))) return [];
    const problem = problemOf(statement, found.get(statement.id), snapshot);
    return problem ? [{ ...problem, record: statement.id, source }] : [];
  });
  if (!(await isTransformed(repository, [shared.path]))) return problems;
  const message =
    'Git checks this file out with other bytes than it stores (git check-attr --all says why), so nobody can tell who wrote what is in it.';
  return [{ code: 'transformed-file', message, source: shared.path }, ...problems];
}

/** True if its person has spoken on the same since: whatever somebody took away of what they said before counted no more. */
function isLaterWord({ id, by, said }: Statement, before: Statement): boolean {
  const isSame = id[0] === before.id[0] && by === before.by && said.goal === before.said.goal;
  return isSame && said.for === before.said.for && (said.created ?? '') > (before.said.created ?? '');
}

function problemOf(
  { id, by, said }: Statement,
  provenance: Provenance | undefined,
  { goals }: Snapshot,
): Pick<StatementProblem, 'code' | 'message' | 'commit'> | undefined {
  const kind = id.startsWith(`${signatureKind.letter}-`) ? 'signature' : 'confirmation';
  const who = oneLine(by, 100);
  const title = goals.get(said.goal ?? '')?.goal.title;
  const about = title === undefined ? '' : ` on "${oneLine(title, 100)}"`;
  const isWithdrawn = said.withdrawn === 'true';
  if (provenance?.state === 'contradicted') {
    const { author, commit } = provenance;
    const by = `${authorText(author, (address) => oneLine(address, 100))}, in commit ${commit.slice(0, 8)}`;
    const message = isWithdrawn
      ? `The ${kind} of ${who}${about} was deleted by ${by}.`
      : `The ${kind} of ${who}${about} was brought or changed by ${by}. It does not count; ${who} can delete it: microgoals ${kind} rm ${id}`;
    return { code: `contradicted-${kind}`, message, commit };
  }
  if (isWithdrawn) return undefined;
  const code = `unconfirmed-${kind}` as const;
  if (provenance?.state === 'unconfirmed') {
    const verb = kind === 'signature' ? 'signed' : 'confirmed';
    const reason = reasonText(provenance, (address) => oneLine(address, 100));
    return { code, message: `History does not tell whether ${who} ${verb}${about}: ${reason}.` };
  }
  if (said.for === undefined || said.for === by) return undefined;
  const party = oneLine(said.for, 100);
  return { code, message: `${who} signed for ${party} as proxy${about}; history cannot tell whether they agree.` };
}
