import type { KindRule, Tick } from '../changes/kindRule';
import { readValues } from '../changes/recordActions';
import { confirmationKind } from '../model/confirmation';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { claimants, ownConfirmation } from './verification';

/** Reasons why a person may not confirm a goal, in English; keys of the l10n bundle. */
export const CONFIRMATION_REFUSALS = {
  personal: 'This goal is personal; nobody else sees it.',
  notDone: 'This goal is not done.',
  noGit: 'Confirming needs a git repository: it says who you are.',
  own: 'You said yourself that it is done; somebody else has to confirm it.',
  confirmed: 'You have confirmed it already.',
} as const;

/** Rule for new confirmations: nobody confirms their own claim, or confirms twice; the record names the claim that it confirms. */
export const confirmationRule: KindRule = async (values, snapshot, { tickOf }) => {
  const { goal = '' } = readValues(confirmationKind, values);
  const node = snapshot.goals.get(goal);
  if (node?.scope === 'personal') return { problem: CONFIRMATION_REFUSALS.personal };
  if (node?.goal.status !== 'done') return { problem: CONFIRMATION_REFUSALS.notDone };
  const tick = await tickOf(node, snapshot);
  if (!tick) return { problem: CONFIRMATION_REFUSALS.noGit };
  if (isOwnClaim(node, snapshot, tick)) return { problem: CONFIRMATION_REFUSALS.own };
  if (ownConfirmation(node, snapshot)) return { problem: CONFIRMATION_REFUSALS.confirmed };
  const { statusChanged } = node.goal;
  const claimed = statusChanged === undefined ? undefined : new Date(statusChanged).toISOString();
  return { values: { ...values, claimed } };
};

function isOwnClaim(node: GoalNode, { me }: Snapshot, tick: Tick): boolean {
  const isOwnTick = !node.completedBy && (tick.author === undefined ? tick.isFromHere : tick.author === me);
  return isOwnTick || (me !== undefined && claimants(node).has(me));
}
