import type { GoalNode, Snapshot } from './snapshot';

/**
 * Makes a rule that answers for a goal from the goal itself and the answer for its parent. The rule asks each goal once per
 * snapshot, in a loop: walking up from every goal would take quadratic time on a chain, and recursion would exhaust the stack.
 */
export function fromAbove<T, S extends Pick<Snapshot, 'goals'> = Snapshot>(
  answer: (node: GoalNode, above: T | undefined, snapshot: S) => T,
): (node: GoalNode | undefined, snapshot: S) => T | undefined {
  const known = new WeakMap<S, Map<GoalNode, T>>();
  return (node, snapshot) => {
    const answers = known.get(snapshot) ?? new Map<GoalNode, T>();
    known.set(snapshot, answers);
    const unknown: GoalNode[] = [];
    let each = node;
    for (; each && !answers.has(each); each = snapshot.goals.get(each.parent ?? '')) unknown.push(each);
    let last = each && answers.get(each);
    for (const below of unknown.reverse()) {
      last = answer(below, last, snapshot);
      answers.set(below, last);
    }
    return last;
  };
}
