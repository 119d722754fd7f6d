import { signatureKind } from '../model/signature';
import type { Provenance } from './provenance';
import { isOf } from './recordNode';
import type { RecordNode, Snapshot } from './snapshot';

export type SignatureNode = RecordNode<typeof signatureKind.fields>;

/** Whether somebody signed for another person. */
export function isByProxy({ author, values }: SignatureNode): boolean {
  return values.for !== undefined && values.for.toLowerCase() !== author;
}

/**
 * What is to be said of a statement; of one that somebody deleted, too. History can bear out who wrote a signature, and not that
 * the person it was given for agrees.
 */
export function standingOf(id: string, { records, provenance }: Snapshot): Provenance | undefined {
  const found = provenance.get(id);
  const node = records.get(id);
  return found?.state === 'confirmed' && isOf(node, signatureKind) && isByProxy(node)
    ? { state: 'unconfirmed', reason: 'proxy', counts: true }
    : found;
}

/** True for a statement that counts: its person's own, as far as anybody can tell. Somebody else's commit alone makes nothing count. */
export function isCounted(found: Provenance | undefined): boolean {
  return found === undefined || found.state === 'confirmed' || (found.state === 'unconfirmed' && found.counts);
}
