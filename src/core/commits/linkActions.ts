import type { Change } from '../document/change';
import { newRecordId } from '../document/recordId';
import { linkKind } from '../model/link';
import type { Random } from '../ports/ports';
import { setField } from '../changes/goalActions';
import type { RecordedLink } from './recordedLinks';

/** A commit as a record names it. */
export interface CommitName {
  /** Full object name. */
  readonly commit: string;
  /** What it changed, by `git patch-id --stable`; undefined for a merge and an empty commit. */
  readonly patch: string | undefined;
}

/**
 * What has to be written for a commit to be linked to a goal; nothing where records say so already.
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

/** What has to be written for a record not to link any more. */
export function removeLink(record: string): Change {
  return setField(record, 'deleted', true);
}

/** A commit that was made anew keeps its goals: what a record says of the old one it says of the new one. */
export function renameCommit({ place }: RecordedLink, { commit, patch }: CommitName): Change[] {
  return [setField(place.id, 'commit', commit), setField(place.id, 'patch', patch)];
}
