import { isProposedTo } from '../../core/goals/acceptance';
import { awaitedSignature } from '../../core/pacts/pactWaiting';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';

/** Returns the facts about agreement on a goal, as menus ask for them. */
export function agreementContext(node: GoalNode, { pacts, me }: Snapshot): string[] {
  if (isProposedTo(node, me)) return ['proposedToMe'];
  const pact = pacts.get(node.goal.id);
  if (!pact || node.scope !== 'team') return [];
  switch (pact.state) {
    case 'draft':
      return ['draftPact'];
    case 'proposed':
    case 'active':
    case 'amended':
    case 'lapsed':
      return ['openPact', ...(awaitedSignature(pact, node, me) === undefined ? [] : ['sign'])];
    case 'kept':
    case 'missed':
    case 'dropped':
    case 'paused':
      return [];
  }
}
