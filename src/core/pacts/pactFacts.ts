import { supportKind } from '../model/support';
import type { Snapshot } from '../snapshot/snapshot';
import { recordsAt } from '../snapshot/recordNode';

/** Returns who helps with a goal without being a party, and how, in one line; undefined if nobody does. */
export function supportText(id: string, snapshot: Snapshot, nameOf: (address: string) => string): string | undefined {
  const offers = recordsAt(id, supportKind, snapshot).map(({ author, values }) =>
    author === undefined ? (values.note ?? '') : `${nameOf(author)}: ${values.note ?? ''}`,
  );
  return offers.length === 0 ? undefined : offers.join(' · ');
}
