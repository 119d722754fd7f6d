import { standingOf } from '../core/rules/signatureStanding';
import type { Snapshot } from '../core/rules/snapshot';
import { ownerName } from './goalTexts';

/** Returns what history has against a signature or a confirmation; undefined where it has nothing, or was not asked. */
export function doubtText(id: string | undefined, snapshot: Snapshot): string | undefined {
  const node = snapshot.records.get(id ?? '');
  const standing = node && standingOf(node, snapshot.provenance.get(node.id));
  if (standing?.state === 'contradicted') {
    const who = ownerName(standing.author, snapshot);
    return `contradicted: ${who} brought or changed it, in commit ${standing.commit.slice(0, 8)}; it does not count`;
  }
  if (standing?.state !== 'unconfirmed') return undefined;
  return standing.byOthers ? 'unconfirmed: somebody else committed it; it does not count' : 'unconfirmed';
}
