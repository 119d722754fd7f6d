import { authorText } from '../../core/snapshot/contradictions';
import type { Doubt } from '../../core/snapshot/provenance';
import { standingOf } from '../../core/snapshot/signatureStanding';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { ownerName } from './goalTexts';

/** Returns history's objection to a signature or a confirmation; undefined if there is none or history was not asked. */
export function doubtText(id: string | undefined, snapshot: Snapshot): string | undefined {
  const standing = id === undefined ? undefined : standingOf(id, snapshot);
  const nameOf = (address: string): string => ownerName(address, snapshot);
  if (standing?.state === 'contradicted') {
    const who = authorText(standing.author, nameOf);
    const did = snapshot.records.has(id ?? '') ? 'brought or changed' : 'deleted';
    return `contradicted: ${who} ${did} it, in commit ${standing.commit.slice(0, 8)}; it does not count`;
  }
  return standing?.state === 'unconfirmed' ? `unconfirmed: ${reasonText(standing, nameOf)}` : undefined;
}

/** Says in a clause why history does not tell who made a statement. @param nameOf returns the name to show for an address. */
export function reasonText(doubt: Doubt, nameOf: (address: string) => string): string {
  switch (doubt.reason) {
    case 'by others':
      return `${authorText(doubt.author, nameOf)} committed it, in commit ${doubt.commit.slice(0, 8)}; it does not count until its person says it again`;
    case 'mailmap':
      return `${doubt.author} committed it, in commit ${doubt.commit.slice(0, 8)}, and .mailmap alone says that it is the same person`;
    case 'uncommitted':
      return doubt.counts
        ? 'it is not committed yet'
        : 'no commit here has it; it does not count until its person has committed it';
    case 'gone':
      return 'it was taken out of the file that has its goal; its person has to say it again';
    case 'cut':
      return 'this clone does not have all of its history';
    case 'united':
      return 'they committed it together with the work of others';
    case 'elsewhere':
      return 'they took it back on another branch';
    case 'proxy':
      return doubt.counts
        ? 'history cannot tell whether they agree'
        : 'they commit here themselves, so it does not count until they sign';
  }
}

/** Returns history's objection to a signature in the name of the person at the keyboard, who is spoken to. */
export function ownDoubtText(id: string | undefined, snapshot: Snapshot): string | undefined {
  const standing = id === undefined ? undefined : standingOf(id, snapshot);
  if (standing?.state !== 'unconfirmed') return doubtText(id, snapshot);
  const nameOf = (address: string): string => ownerName(address, snapshot);
  return `unconfirmed: ${ownReason(standing, nameOf) ?? reasonText(standing, nameOf)}`;
}

function ownReason(doubt: Doubt, nameOf: (address: string) => string): string | undefined {
  switch (doubt.reason) {
    case 'by others':
      return `${authorText(doubt.author, nameOf)} committed it, in commit ${doubt.commit.slice(0, 8)}; it does not count until you say it again`;
    case 'mailmap':
    case 'cut':
      return undefined;
    case 'uncommitted':
      return doubt.counts ? undefined : 'no commit here has it; it does not count until you have committed it';
    case 'gone':
      return 'it was taken out of the file that has its goal; you have to say it again';
    case 'united':
      return 'you committed it together with the work of others';
    case 'elsewhere':
      return 'you took it back on another branch';
    case 'proxy':
      return doubt.counts ? undefined : 'you commit here yourself, so it does not count until you sign';
  }
}
