import { confirmationKind } from '../model/confirmation';
import { isCounted } from '../snapshot/signatureStanding';
import { recordsAt } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

export interface UncountedConfirmation {
  readonly record: RecordNode;
  /** Person who committed it, and the commit; undefined if no commit has it. */
  readonly by: { readonly author: string; readonly commit: string } | undefined;
}

/** Returns the confirmations of a goal that do not count, as they are not their person's own. */
export function uncountedConfirmations({ goal }: GoalNode, snapshot: Snapshot): readonly UncountedConfirmation[] {
  return recordsAt(goal.id, confirmationKind, snapshot).flatMap((record) => {
    const found = snapshot.provenance.get(record.id);
    if (!found || isCounted(found)) return [];
    return [{ record, by: 'commit' in found ? found : undefined }];
  });
}
