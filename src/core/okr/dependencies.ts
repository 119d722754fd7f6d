import { relationKind } from '../model/relation';
import { isClosed } from '../snapshot/goalStanding';
import { groupedBy } from '../snapshot/groupedBy';
import { recordsAt } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { openRelations } from './relations';

type Source = Pick<Snapshot, 'goals' | 'recordsByGoal'>;

/** Returns the open goals that an open goal depends on, each once: for one that was given up nobody waits. */
export function awaitedGoals(node: GoalNode, snapshot: Source): readonly GoalNode[] {
  if (isClosed(node)) return [];
  return dependenciesOf(node, snapshot).filter((other) => !isClosed(other));
}

function dependenciesOf(node: GoalNode, { goals, recordsByGoal }: Source): readonly GoalNode[] {
  const named = recordsAt(node.goal.id, relationKind, { recordsByGoal }).flatMap(({ values }) =>
    values.type === 'dependsOn' && values.to !== undefined ? [values.to] : [],
  );
  return [...new Set(named)].flatMap((id) => goals.get(id) ?? []).filter((other) => other !== node);
}

/** Returns the circle that one more dependency of a goal would close, from the goal to itself; undefined if it closes none. */
export function circleClosedBy(from: GoalNode, to: GoalNode, snapshot: Source): readonly GoalNode[] | undefined {
  const before = new Map<GoalNode, GoalNode | undefined>([[to, undefined]]);
  for (const node of before.keys()) {
    if (node === from) return [from, ...wayTo(from, before)];
    for (const next of dependenciesOf(node, snapshot)) {
      if (!isClosed(next) && !before.has(next)) before.set(next, node);
    }
  }
  return undefined;
}

function wayTo(node: GoalNode, before: ReadonlyMap<GoalNode, GoalNode | undefined>): GoalNode[] {
  const way: GoalNode[] = [];
  for (let each: GoalNode | undefined = node; each; each = before.get(each)) way.push(each);
  return way.reverse();
}

/** Circles that are worth a line; a merge makes one or two. */
const MOST_CIRCLES = 100;

interface Step {
  readonly node: GoalNode;
  /** Goals that it waits for and that were not looked at from here. */
  readonly rest: GoalNode[];
}

/**
 * Returns the circles of open goals in which each waits for the next. None can be entered; a merge makes one when each side adds a part
 * of it. It is a loop because recursion would overflow the stack on a chain of thousands.
 */
export function dependencyCircles(snapshot: Snapshot): readonly (readonly GoalNode[])[] {
  const next = groupedBy(openRelations('dependsOn', snapshot), ({ from }) => from);
  const stepTo = (node: GoalNode): Step => ({ node, rest: (next.get(node) ?? []).map(({ to }) => to).reverse() });
  const circles: GoalNode[][] = [];
  const seen = new Set<GoalNode>();
  for (const start of next.keys()) {
    if (seen.has(start)) continue;
    const way: Step[] = [stepTo(start)];
    const onWay = new Set([start]);
    for (let step = way.at(-1); step && circles.length < MOST_CIRCLES; step = way.at(-1)) {
      const other = step.rest.pop();
      if (!other) {
        way.pop();
        onWay.delete(step.node);
      } else if (onWay.has(other)) {
        const nodes = way.map(({ node }) => node);
        circles.push(nodes.slice(nodes.indexOf(other)));
      } else if (!seen.has(other)) {
        way.push(stepTo(other));
        onWay.add(other);
      }
      seen.add(step.node);
    }
  }
  return circles;
}
