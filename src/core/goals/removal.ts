import { signatureKind } from '../model/signature';
import { oneLine } from '../text/safeText';
import type { Refusal } from '../changes/refusal';
import { refusalOf } from '../changes/refusal';
import { isClosed } from '../snapshot/goalStanding';
import { recordsAt } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Reasons why a goal is not deleted, in English; keys of the l10n bundle. */
export const REMOVAL_REFUSALS = {
  answered:
    'People have answered "{0}", and nobody deletes that: end it by Close Pact, or microgoals pact close ID --dropped --reason TEXT.',
  ended:
    'People have answered "{0}", and nobody deletes that; it goes to the archive once it has been closed long enough.',
  part: '"{0}" is what {1} signed to do; only they hand it on or give it up.',
  above:
    '"{0}" has goals below it, such as "{1}": delete or move those first. microgoals rm ID --recursive deletes them, too.',
} as const;

/** Returns why a pact stays because people have signed or declined it; undefined if nobody has, or it is none. */
function answeredRefusal(node: GoalNode, snapshot: Snapshot): Refusal | undefined {
  if (node.goal.kind !== 'pact' || recordsAt(node.goal.id, signatureKind, snapshot).length === 0) return undefined;
  return refusalOf(isClosed(node) ? REMOVAL_REFUSALS.ended : REMOVAL_REFUSALS.answered, node.goal);
}

/** Returns why a commitment stays with its member, who has signed for it; undefined for that member, and for any other goal. */
export function partRefusal({ goal }: GoalNode, { me, people, pacts }: Snapshot): Refusal | undefined {
  const { id, kind, owner } = goal;
  if (kind !== 'commitment' || owner === undefined || owner === me) return undefined;
  const pact = [...pacts.values()].find(({ commitments }) => commitments.includes(id));
  const isSigned = pact?.parties.some(({ person, signature }) => person === owner && signature?.by === owner);
  return isSigned ? refusalOf(REMOVAL_REFUSALS.part, goal, oneLine(people.get(owner) ?? owner, 100)) : undefined;
}

/** Returns why nobody, or not this person, deletes a goal because of what people have signed; undefined if they may. */
export function signedRefusal(node: GoalNode, snapshot: Snapshot): Refusal | undefined {
  return answeredRefusal(node, snapshot) ?? partRefusal(node, snapshot);
}

/** Returns why a goal is not deleted alone; undefined if it may be. @param gone ids of the goals that go with it */
export function removalRefusal(node: GoalNode, snapshot: Snapshot, gone: ReadonlySet<string>): Refusal | undefined {
  const signed = signedRefusal(node, snapshot);
  if (signed) return signed;
  const below = node.children.flatMap((id) => snapshot.goals.get(id) ?? []);
  const left = below.find(({ goal, scope }) => scope === node.scope && !gone.has(goal.id));
  return left && refusalOf(REMOVAL_REFUSALS.above, node.goal, oneLine(left.goal.title, 100));
}
