import type { Change } from '../document/change';
import { setField, setStatus } from '../changes/goalActions';
import type { Pact } from '../snapshot/pactView';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Returns the changes by which a signature takes on what its person does for the pact: to sign the terms is to agree to one's part. */
export function partsTakenOn(pact: Pact, node: GoalNode, person: string | undefined, snapshot: Snapshot): Change[] {
  const own = proposedParts(pact, node, snapshot).filter(({ goal }) => goal.owner === person);
  return own.map(({ goal }) => setStatus(goal.id, 'open'));
}

/** Returns the changes by which a pact that ends takes back what nobody had taken on. @param reason why, as people said it */
export function partsTakenBack(pact: Pact, node: GoalNode, reason: string, snapshot: Snapshot): Change[] {
  return proposedParts(pact, node, snapshot).flatMap(({ goal: { id } }) => [
    setField(id, 'reason', reason),
    setStatus(id, 'dropped'),
  ]);
}

/** Returns the commitments that wait for their member, in the file that the pact is written to. */
function proposedParts({ commitments }: Pact, { source }: GoalNode, { goals }: Snapshot): GoalNode[] {
  const parts = commitments.flatMap((id) => goals.get(id) ?? []);
  return parts.filter((part) => part.goal.status === 'proposed' && part.source === source);
}
