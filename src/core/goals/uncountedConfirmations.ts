import { confirmationKind } from '../model/confirmation';
import { isCounted } from '../snapshot/signatureStanding';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

export interface UncountedConfirmation {
  readonly record: RecordNode;
  /** Who committed it, and in which commit; undefined where no commit has it. */
  readonly by: { readonly author: string; readonly commit: string } | undefined;
}

/** Returns the confirmations of a goal that do not count, as they are not their person's own. */
export function uncountedConfirmations(
  { goal }: GoalNode,
  { recordsByGoal, provenance }: Snapshot,
): readonly UncountedConfirmation[] {
  return (recordsByGoal.get(goal.id) ?? []).flatMap((record) => {
    const found = record.kind === confirmationKind ? provenance.get(record.id) : undefined;
    if (!found || isCounted(found)) return [];
    return [{ record, by: 'commit' in found ? found : undefined }];
  });
}
