import type { Provenance } from './provenance';
import type { RecordNode } from './snapshot';

/** Whether somebody signed for another person. */
export function isByProxy({ author, values }: Pick<RecordNode, 'author' | 'values'>): boolean {
  const party = values['for'];
  return typeof party === 'string' && party.toLowerCase() !== author;
}

/** History can bear out who wrote a signature, and not that the person it was given for agrees. */
export function standingOf(node: RecordNode, found: Provenance | undefined): Provenance | undefined {
  return found?.state === 'confirmed' && isByProxy(node)
    ? { state: 'unconfirmed', reason: 'proxy', counts: true }
    : found;
}
