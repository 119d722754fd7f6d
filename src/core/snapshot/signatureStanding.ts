import type { signatureKind } from '../model/signature';
import type { Provenance } from './provenance';
import type { RecordNode, Snapshot } from './snapshot';

export type SignatureNode = RecordNode<typeof signatureKind.fields>;

/** Whether somebody signed for another person. */
export function isByProxy({ author, values }: Pick<RecordNode, 'author' | 'values'>): boolean {
  const party = values['for'];
  return typeof party === 'string' && party.toLowerCase() !== author;
}

/**
 * What is to be said of a statement; of one that somebody deleted, too. History can bear out who wrote a signature, and not that
 * the person it was given for agrees.
 */
export function standingOf(id: string, { records, provenance }: Snapshot): Provenance | undefined {
  const found = provenance.get(id);
  const node = records.get(id);
  return found?.state === 'confirmed' && node && isByProxy(node)
    ? { state: 'unconfirmed', reason: 'proxy', counts: true }
    : found;
}

/** True for a statement that counts: its person's own, as far as anybody can tell. Somebody else's commit alone makes nothing count. */
export function isCounted(found: Provenance | undefined): boolean {
  return found === undefined || found.state === 'confirmed' || (found.state === 'unconfirmed' && found.counts);
}
