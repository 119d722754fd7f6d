import type { Goal } from '../model/goalView';
import { byCodeUnit } from '../document/json';

export interface GoalTree {
  /** The parent of each goal that has a usable one. */
  readonly parents: ReadonlyMap<string, string>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly roots: readonly string[];
  /** Parent links that are not shown because the parent is gone or the link would close a circle. */
  readonly dropped: readonly {
    readonly id: string;
    readonly parent: string;
    readonly reason: 'lost-parent' | 'parent-cycle';
  }[];
}

/**
 * Nests goals by `parent`. Moves on two branches can form a circle. The link that was set last is then hidden, the same one in every
 * clone; the file stays unchanged.
 */
export function buildTree(goals: ReadonlyMap<string, Goal>): GoalTree {
  const parents = new Map<string, string>();
  const dropped: { id: string; parent: string; reason: 'lost-parent' | 'parent-cycle' }[] = [];
  for (const goal of goals.values()) {
    if (goal.parent === undefined) continue;
    if (goals.has(goal.parent)) parents.set(goal.id, goal.parent);
    else dropped.push({ id: goal.id, parent: goal.parent, reason: 'lost-parent' });
  }
  for (const id of breakCycles(parents, goals)) {
    const parent = parents.get(id);
    if (parent === undefined) continue;
    parents.delete(id);
    dropped.push({ id, parent, reason: 'parent-cycle' });
  }
  return { parents, dropped, ...nest(goals, parents) };
}

/** Returns the goals whose parent link must go, one per circle. */
function breakCycles(parents: ReadonlyMap<string, string>, goals: ReadonlyMap<string, Goal>): string[] {
  const cut: string[] = [];
  const settled = new Set<string>();
  for (const start of parents.keys()) {
    const path = new Set<string>();
    let id: string | undefined = start;
    while (id !== undefined && !settled.has(id) && !path.has(id)) {
      path.add(id);
      id = parents.get(id);
    }
    if (id !== undefined && path.has(id)) {
      const circle = [...path].slice([...path].indexOf(id));
      cut.push(circle.reduce((latest, each) => (isLater(goals, each, latest) ? each : latest)));
    }
    for (const each of path) settled.add(each);
  }
  return cut;
}

function isLater(goals: ReadonlyMap<string, Goal>, a: string, b: string): boolean {
  const timeOf = (id: string): number => goals.get(id)?.parentChanged ?? 0;
  return timeOf(a) > timeOf(b) || (timeOf(a) === timeOf(b) && a > b);
}

function nest(
  goals: ReadonlyMap<string, Goal>,
  parents: ReadonlyMap<string, string>,
): Pick<GoalTree, 'children' | 'roots'> {
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  for (const goal of [...goals.values()].sort(compareGoals)) {
    const parent = parents.get(goal.id);
    const siblings = parent === undefined ? roots : children.get(parent);
    if (siblings) siblings.push(goal.id);
    else if (parent !== undefined) children.set(parent, [goal.id]);
  }
  return { children, roots };
}

/** Compares siblings by order key; goals without a key follow the others, oldest first. */
export function compareGoals(a: Goal, b: Goal): number {
  if (a.order !== undefined && b.order !== undefined) return byCodeUnit(a.order, b.order) || byCodeUnit(a.id, b.id);
  if (a.order !== undefined) return -1;
  if (b.order !== undefined) return 1;
  return (a.created ?? 0) - (b.created ?? 0) || byCodeUnit(a.id, b.id);
}
