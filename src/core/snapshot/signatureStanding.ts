import { signatureKind } from '../model/signature';
import type { Provenance } from './provenance';
import { isOf } from './recordNode';
import type { RecordNode, Snapshot } from './snapshot';

export type SignatureNode = RecordNode<typeof signatureKind.fields>;

/** Tells whether somebody signed for another person. */
export function isByProxy({ author, values }: SignatureNode): boolean {
  return values.for !== undefined && values.for.toLowerCase() !== author;
}

/**
 * Returns the standing of a statement, even of a deleted one. History can confirm who wrote a signature, but not that the person it
 * was given for agrees.
 */
export function standingOf(
  id: string,
  { records, provenance }: Pick<Snapshot, 'records' | 'provenance'>,
): Provenance | undefined {
  const found = provenance.get(id);
  const node = records.get(id);
  return found?.state === 'confirmed' && isOf(node, signatureKind) && isByProxy(node)
    ? { state: 'unconfirmed', reason: 'proxy', counts: true }
    : found;
}

/** Tells whether a statement counts: as far as anybody knows, it is its person's own. Somebody else's commit alone is not enough. */
export function isCounted(found: Provenance | undefined): boolean {
  return found === undefined || found.state === 'confirmed' || (found.state === 'unconfirmed' && found.counts);
}
