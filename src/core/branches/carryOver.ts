import type { Change } from '../document/change';
import { documentIn } from '../document/fileReading';
import type { GoalDocument } from '../document/goalDocument';
import { textMember } from '../document/json';
import { recordsAbout } from '../model/recordsAbout';
import type { BranchGoal } from '../snapshot/goalsOnBranches';
import { groupedBy } from '../snapshot/groupedBy';
import type { Snapshot } from '../snapshot/snapshot';

/**
 * Takes goals over from another branch's document unchanged and under their ids, so that a later merge of that branch finds the same
 * records. Each goal comes with the goals above it and the records about it, unless they are here already.
 */
export function carryOver(ids: readonly string[], there: GoalDocument, isKnown: (id: string) => boolean): Change[] {
  const wanted = new Set<string>();
  for (const id of ids) {
    let above: string | undefined = id;
    while (above !== undefined && !wanted.has(above) && there.records.has(above) && !isKnown(above)) {
      wanted.add(above);
      above = textMember(there.records.get(above), 'parent');
    }
  }
  for (const id of recordsAbout(there.records, new Set(wanted)).keys()) if (!isKnown(id)) wanted.add(id);
  return [...wanted].flatMap((id): Change[] => {
    const record = there.records.get(id);
    return record === undefined ? [] : [{ type: 'put', id, record }];
  });
}

/** Returns a test for whether any file here has a record, even a deleted one. */
export function knownHere({ sources }: Snapshot): (id: string) => boolean {
  return (id) => sources.some(({ reading }) => documentIn(reading)?.records.has(id) === true);
}

/** Groups the ids of goals by the branch that has the latest version of each. */
export function byLatestBranch(goals: readonly BranchGoal[]): ReadonlyMap<string, readonly string[]> {
  const found = groupedBy(goals, ({ branches }) => branches[0]?.branch ?? '');
  return new Map([...found].map(([name, those]) => [name, those.map(({ goal }) => goal.id)]));
}
