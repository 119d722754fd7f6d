import type { Problem } from '../core/document/problem';
import { signatureKind } from '../core/model/signature';
import { isByProxy, standingOf } from '../core/rules/signatureStanding';
import type { Snapshot } from '../core/rules/snapshot';
import { writtenSignatures } from '../core/rules/writtenSignatures';
import { fieldText } from '../core/text/readFieldText';
import { oneLine } from '../core/text/safeText';
import type { Place } from './openPlace';

export interface SignatureProblem extends Problem {
  /** Path of the file it is about. */
  readonly source: string;
  /** The commit that contradicts it. */
  readonly commit?: string;
}

/** What history says against the signatures of the team, and those of which it says nothing; git is asked only where there are any. */
export async function checkSignatures(snapshot: Snapshot, place: Place): Promise<SignatureProblem[]> {
  const { repository, shared, archive } = place;
  const nodes = [...snapshot.records.values()].filter(({ kind, scope }) => kind === signatureKind && scope === 'team');
  if (!repository || nodes.length === 0) return [];
  const { signatureProvenance } = await import('../git/signatureProvenance');
  const found = await signatureProvenance(repository, [shared.path, archive.path], writtenSignatures(snapshot.sources));
  return nodes.flatMap((node): SignatureProblem[] => {
    const { id, author = '', source, values } = node;
    const provenance = standingOf(node, found.get(id));
    const who = oneLine(author, 100);
    if (provenance?.state === 'contradicted') {
      const by = oneLine(provenance.author, 100);
      const message = `${id}: the signature of ${who} was brought by ${by} alone, in commit ${provenance.commit.slice(0, 8)}.`;
      return [{ code: 'contradicted-signature', message, record: id, source, commit: provenance.commit }];
    }
    if (provenance?.state !== 'unconfirmed') return [];
    if (isByProxy(node)) {
      const message = `${id}: ${who} signed for ${oneLine(fieldText(values['for']), 100)} as proxy; history cannot tell whether they agree.`;
      return [{ code: 'unconfirmed-signature', message, record: id, source }];
    }
    const message = `${id}: history does not tell whether ${who} signed; only signed commits prove it.`;
    return [{ code: 'unconfirmed-signature', message, record: id, source }];
  });
}
