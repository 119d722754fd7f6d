import type { Problem } from '../core/document/problem';
import { isObject, member } from '../core/document/json';
import { signatureKind } from '../core/model/signature';
import { documentAt } from '../core/rules/recordNode';
import type { RecordNode, Snapshot } from '../core/rules/snapshot';
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
  const written = nodes.flatMap((node) => {
    const stamp = stampOf(node, snapshot);
    return node.author === undefined ? [] : [{ id: node.id, by: node.author, stamp }];
  });
  const { signatureProvenance } = await import('../git/signatureProvenance');
  const found = await signatureProvenance(repository, [shared.path, archive.path], written);
  return nodes.flatMap(({ id, author = '', source }): SignatureProblem[] => {
    const provenance = found.get(id);
    const who = oneLine(author, 100);
    if (provenance?.state === 'contradicted') {
      const by = oneLine(provenance.author, 100);
      const message = `${id}: the signature of ${who} was brought by ${by} alone, in commit ${provenance.commit.slice(0, 8)}.`;
      return [{ code: 'contradicted-signature', message, record: id, source, commit: provenance.commit }];
    }
    if (provenance?.state !== 'unconfirmed') return [];
    const message = `${id}: history does not tell whether ${who} signed; only signed commits prove it.`;
    return [{ code: 'unconfirmed-signature', message, record: id, source }];
  });
}

function stampOf({ id, source }: RecordNode, snapshot: Snapshot): string | undefined {
  const record = documentAt(snapshot, source)?.records.get(id);
  const stamp = isObject(record) ? member(record, 'created') : undefined;
  return typeof stamp === 'string' ? stamp : undefined;
}
