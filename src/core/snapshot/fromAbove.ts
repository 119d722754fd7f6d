import type { GoalNode, Snapshot } from './snapshot';

/**
 * Makes a rule whose answer for a goal follows from the goal and from the answer for the goal above it. Each goal is asked once for a
 * snapshot, in a loop: a walk up from every goal would grow with the square of a chain, and a recursion would exhaust the stack.
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
