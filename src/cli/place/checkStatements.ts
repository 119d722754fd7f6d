import type { Problem } from '../../core/document/problem';
import type { Contradiction } from '../../core/snapshot/contradictions';
import { contradictionCode, contradictions, statementNoun } from '../../core/snapshot/contradictions';
import type { Provenance } from '../../core/snapshot/provenance';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { Statement } from '../../core/snapshot/statements';
import { isCounted } from '../../core/snapshot/signatureStanding';
import { firstStatements } from '../../core/snapshot/statements';
import { oneLine } from '../../core/text/safeText';
import { reasonText } from '../texts/doubtText';
import type { VerbPlace } from './verbPlace';
import { heldBack, myAddress } from '../../app/placeFacts';

export interface StatementProblem extends Problem {
  /** Path of the file that has the problem. */
  readonly source: string;
  /** Commit that contradicts the statement. */
  readonly commit?: string;
}

type Found = Pick<StatementProblem, 'code' | 'message' | 'commit'> & { readonly record: string };

/** Returns a problem for each signature or confirmation of the team that history contradicts or leaves open. */
export async function checkStatements(snapshot: Snapshot, place: VerbPlace): Promise<StatementProblem[]> {
  const { repository, shared, archive } = place;
  // A statement whose goal is in another file, as can happen in an archive, does not count there.
  const written = firstStatements(snapshot.sources).filter(({ statement: { said }, source }) => {
    const node = snapshot.goals.get(said.goal ?? '');
    return node === undefined || node.source === source;
  });
  if (!repository || written.length === 0) return [];
  const [{ statementProvenance }, { isTransformed }] = await Promise.all([
    import('../../git/people/statementProvenance'),
    import('../../git/files/isTransformed'),
  ]);
  const statements = written.map(({ statement }) => statement);
  const asked = { files: [shared.path, archive.path], statements, me: await myAddress(place) };
  const found = await heldBack(repository, statements, (await statementProvenance(repository, asked)).found);
  const sourceOf = new Map(written.map(({ statement, source }) => [statement.id, source]));
  const problems = [
    ...contradictions(statements, found, snapshot).map(problemOf),
    ...written
      .filter(({ statement }) => !isAnsweredProxy(statement, statements, found))
      .flatMap(({ statement }) => openProblem(statement, found.get(statement.id), snapshot) ?? []),
    ...[...found].flatMap(([id, each]) => (sourceOf.has(id) ? [] : (goneProblem(id, each, snapshot) ?? []))),
  ].map((problem) => ({ ...problem, source: sourceOf.get(problem.record) ?? shared.path }));
  if (!(await isTransformed(repository, [shared.path]))) return problems;
  const message =
    'Git checks this file out with other bytes than it stores (git check-attr --all says why), so nobody can tell who wrote what is in it.';
  return [{ code: 'transformed-file', message, source: shared.path }, ...problems];
}

function problemOf({ id, by, state, commit, message }: Contradiction): Found {
  const noun = statementNoun(id);
  const advice = state === 'changed' ? ` ${oneLine(by, 100)} can delete it: microgoals ${noun} rm ${id}` : '';
  return { code: contradictionCode(id, state), message: `${message}${advice}`, commit, record: id };
}

/** Returns the problem of a signature that is no longer in its goal's file, without proof of who removed it. */
function goneProblem(id: string, found: Provenance, { goals }: Snapshot): Found | undefined {
  if (found.state !== 'unconfirmed' || found.reason !== 'gone' || !found.lost) return undefined;
  const { by, goal, declines } = found.lost;
  const what = `the ${declines ? 'refusal' : 'signature'} of ${oneLine(by, 100)} on "${oneLine(goals.get(goal)?.goal.title ?? '', 100)}"`;
  const reason = reasonText(found, (address) => oneLine(address, 100));
  return {
    code: 'unconfirmed-signature',
    message: `History does not tell who took away ${what}: ${reason}.`,
    record: id,
  };
}

/** Tells whether somebody signed for a person who has answered themselves: nobody waits for that signature any more. */
function isAnsweredProxy(
  { by, said }: Statement,
  all: readonly Statement[],
  found: ReadonlyMap<string, Provenance>,
): boolean {
  const person = said.for?.toLowerCase();
  if (person === undefined || person === by) return false;
  return all.some((each) => each.by === person && each.said.goal === said.goal && isCounted(found.get(each.id)));
}

/** Returns the problem of a statement that history leaves open. */
function openProblem(
  { id, by, said }: Statement,
  provenance: Provenance | undefined,
  { goals }: Snapshot,
): Found | undefined {
  if (said.withdrawn === 'true' || provenance?.state === 'contradicted') return undefined;
  const noun = statementNoun(id);
  const code = `unconfirmed-${noun}` as const;
  const who = oneLine(by, 100);
  const title = goals.get(said.goal ?? '')?.goal.title;
  const about = title === undefined ? '' : ` on "${oneLine(title, 100)}"`;
  if (provenance?.state === 'unconfirmed') {
    const person = said.for === undefined ? undefined : oneLine(said.for, 100);
    if (provenance.reason === 'proxy' && person !== undefined && !provenance.counts)
      return {
        code,
        record: id,
        message: `${who} signed for ${person}${about}, who commits here: it does not count until they sign themselves.`,
      };
    const verb = noun === 'signature' ? 'signed' : 'confirmed';
    const reason = reasonText(provenance, (address) => oneLine(address, 100));
    return { code, record: id, message: `History does not tell whether ${who} ${verb}${about}: ${reason}.` };
  }
  if (said.for === undefined || said.for === by) return undefined;
  const party = oneLine(said.for, 100);
  return {
    code,
    record: id,
    message: `${who} signed for ${party} as proxy${about}; history cannot tell whether they agree.`,
  };
}
