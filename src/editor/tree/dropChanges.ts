import type { Change } from '../../core/document/change';
import { moveBelow, moveBeside, siblingsBelow } from '../../core/goals/moveGoal';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import type { TreeElement } from './element';

/** Returns the changes of dropping a goal onto a row or onto the empty space. */
export function dropChanges(snapshot: Snapshot, node: GoalNode, target: TreeElement | undefined): Change[] {
  const onto = target?.type === 'goal' ? snapshot.goals.get(target.id) : undefined;
  if (!onto) return moveBelow(snapshot, node.goal.id, undefined);
  const isPlainSibling = onto.parent === node.parent && onto.children.length === 0 && onto.goal.kind === 'micro';
  if (!isPlainSibling) return moveBelow(snapshot, node.goal.id, onto.goal.id);
  const siblings = siblingsBelow(snapshot, node.parent, node.scope);
  const isDown = siblings.indexOf(node.goal.id) < siblings.indexOf(onto.goal.id);
  return moveBeside(snapshot, node.goal.id, onto.goal.id, isDown ? 'after' : 'before');
}
