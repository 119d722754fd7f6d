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
  above:
    '"{0}" has goals below it, such as "{1}": delete or move those first. microgoals rm ID --recursive deletes them, too.',
} as const;

/** Returns why a pact stays because people have signed or declined it; undefined if nobody has, or it is none. */
export function answeredRefusal(node: GoalNode, snapshot: Snapshot): Refusal | undefined {
  if (node.goal.kind !== 'pact' || recordsAt(node.goal.id, signatureKind, snapshot).length === 0) return undefined;
  return refusalOf(isClosed(node) ? REMOVAL_REFUSALS.ended : REMOVAL_REFUSALS.answered, node.goal);
}

/** Returns why a goal is not deleted alone; undefined if it may be. @param gone ids of the goals that go with it */
export function removalRefusal(node: GoalNode, snapshot: Snapshot, gone: ReadonlySet<string>): Refusal | undefined {
  const answered = answeredRefusal(node, snapshot);
  if (answered) return answered;
  const below = node.children.flatMap((id) => snapshot.goals.get(id) ?? []);
  const left = below.find(({ goal, scope }) => scope === node.scope && !gone.has(goal.id));
  return left && refusalOf(REMOVAL_REFUSALS.above, node.goal, oneLine(left.goal.title, 100));
}
