import type { Change } from '../document/change';
import { newRecordId } from '../document/recordId';
import { linkKind } from '../model/link';
import type { Random } from '../ports/ports';
import { setField } from '../changes/goalActions';
import type { RecordedLink } from './recordedLinks';

/** Names of a commit as a record stores them. */
export interface CommitName {
  /** Full object name. */
  readonly commit: string;
  /** Identity of the commit's changes, by `git patch-id --stable`; undefined for a merge and an empty commit. */
  readonly patch: string | undefined;
}

/**
 * Returns the changes that link a commit to a goal; none if records already say so.
 * @param existing the links that the same file records.
 */
export function linkCommit(
  goal: string,
  { commit, patch }: CommitName,
  closes: boolean,
  existing: readonly RecordedLink[],
  random: Random,
): Change[] {
  const known = existing.find((link) => link.goal === goal && link.commit === commit);
  if (known) return known.closes === closes ? [] : [setField(known.place.id, 'closes', closes)];
  const fields = { goal, commit, ...(patch === undefined ? {} : { patch }), ...(closes ? { closes } : {}) };
  return [{ type: 'add', id: newRecordId(linkKind.letter, random), fields }];
}

/** Returns the change that deletes the record of a link. */
export function removeLink(record: string): Change {
  return setField(record, 'deleted', true);
}

/** Returns the changes that keep the goals of a rewritten commit: the record of the old commit now names the new one. */
export function renameCommit({ place }: RecordedLink, { commit, patch }: CommitName): Change[] {
  return [setField(place.id, 'commit', commit), setField(place.id, 'patch', patch)];
}
