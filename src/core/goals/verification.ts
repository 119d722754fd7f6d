import { confirmationKind } from '../model/confirmation';
import { isCounted } from '../snapshot/signatureStanding';
import { recordsAt } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

/**
 * Evidence that a goal is done. claimed: somebody said so. verified: a commit that closes the goal is merged and not reverted, or
 * somebody else confirmed it since.
 */
export type Verification =
  | { readonly state: 'claimed' }
  | { readonly state: 'verified'; readonly commit: string }
  | { readonly state: 'verified'; readonly person: string };

/** Returns the evidence that a goal is done; undefined if it is not done, or personal, since nobody else sees that. */
export function verificationOf(node: GoalNode, snapshot: Snapshot): Verification | undefined {
  if (node.goal.status !== 'done' || node.scope !== 'team') return undefined;
  const commit = snapshot.mergedClosings.get(node.goal.id);
  if (commit !== undefined) return { state: 'verified', commit };
  const [confirmation] = validConfirmations(node, snapshot);
  return confirmation?.author === undefined ? { state: 'claimed' } : { state: 'verified', person: confirmation.author };
}

type ConfirmationNode = RecordNode<typeof confirmationKind.fields>;

/** Returns the counted confirmations of the present claim by others, oldest first. Those of an earlier claim lapse with it. */
function validConfirmations(node: GoalNode, snapshot: Snapshot): readonly ConfirmationNode[] {
  const own = claimants(node);
  const claimed = node.goal.statusChanged ?? 0;
  return recordsAt(node.goal.id, confirmationKind, snapshot).filter(
    (record) =>
      record.author !== undefined &&
      isCounted(snapshot.provenance.get(record.id)) &&
      !own.has(record.author) &&
      (claimedAt(record) ?? 0) >= claimed,
  );
}

function claimedAt({ values, created }: ConfirmationNode): number | undefined {
  const { claimed } = values;
  const told = Date.parse(claimed ?? '');
  return Number.isNaN(told) ? created : told;
}

/** Returns the people who claimed it done, as far as known: its owner, and authors and co-authors of commits that close it. */
export function claimants({ goal, commits }: GoalNode): ReadonlySet<string> {
  const closing = commits.filter(({ goals }) => goals.some((named) => named.id === goal.id && named.closes));
  const authors = closing.flatMap(({ author, coAuthors = [] }) => [author, ...coAuthors]);
  return new Set([...(goal.owner === undefined ? [] : [goal.owner]), ...authors.map(({ email }) => email)]);
}

/** Returns the confirmation of the present claim by the person at the keyboard. */
export function ownConfirmation(node: GoalNode, snapshot: Snapshot): ConfirmationNode | undefined {
  return validConfirmations(node, snapshot).find(({ author }) => author === snapshot.me);
}
