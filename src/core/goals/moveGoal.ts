import type { Change } from '../document/change';
import { setField } from '../changes/goalActions';
import { orderBetween } from '../changes/orderKey';
import type { Scope, Snapshot } from '../snapshot/snapshot';

/** Returns the goals directly below `parent`, or the roots of a scope, in order. */
export function siblingsBelow(snapshot: Snapshot, parent: string | undefined, scope: Scope): readonly string[] {
  if (parent !== undefined) return snapshot.goals.get(parent)?.children ?? [];
  return scope === 'team' ? snapshot.teamRoots : snapshot.personalRoots;
}

/** Returns the order key that puts a new goal after these siblings. */
export function lastOrder(snapshot: Snapshot, siblings: readonly string[]): string {
  return orderBetween(
    siblings.map((id) => snapshot.goals.get(id)?.goal.order).findLast((order) => order !== undefined),
  );
}

/** Tells whether `id` may stand below `parent`: both are in one scope, and they form no circle. */
export function canMoveBelow(snapshot: Snapshot, id: string, parent: string | undefined): boolean {
  const node = snapshot.goals.get(id);
  if (!node || closesCircle(snapshot, id, parent)) return false;
  return parent === undefined || snapshot.goals.get(parent)?.scope === node.scope;
}

/** Tells whether `parent` is the goal itself or one below it. */
export function closesCircle(snapshot: Snapshot, id: string, parent: string | undefined): boolean {
  const seen = new Set([id]);
  for (let above = parent; above !== undefined; above = snapshot.goals.get(above)?.parent) {
    if (seen.has(above)) return true;
    seen.add(above);
  }
  return false;
}

/** Puts a goal last below another one, or among the roots of its scope. */
export function moveBelow(snapshot: Snapshot, id: string, parent: string | undefined): Change[] {
  const node = snapshot.goals.get(id);
  if (!node || !canMoveBelow(snapshot, id, parent)) return [];
  const siblings = siblingsBelow(snapshot, parent, node.scope).filter((each) => each !== id);
  return [setField(id, 'parent', parent), setField(id, 'order', lastOrder(snapshot, siblings))];
}

/** Puts a goal directly before or after another one, below the same parent. */
export function moveBeside(snapshot: Snapshot, id: string, target: string, side: 'before' | 'after'): Change[] {
  const node = snapshot.goals.get(id);
  const beside = snapshot.goals.get(target);
  if (!node || !beside || id === target || !canMoveBelow(snapshot, id, beside.parent) || node.scope !== beside.scope)
    return [];
  const siblings = siblingsBelow(snapshot, beside.parent, node.scope).filter((each) => each !== id);
  const position = siblings.indexOf(target) + (side === 'after' ? 1 : 0);
  const { keys, changes } = keysBefore(snapshot, siblings.slice(0, position));
  const next = siblings[position];
  const order = orderBetween(keys.at(-1), next === undefined ? undefined : snapshot.goals.get(next)?.goal.order);
  return [...changes, setField(id, 'parent', beside.parent), setField(id, 'order', order)];
}

/** Returns the order keys of the goals that stay in front. Goals written by hand without a key get one, or nothing could follow them. */
function keysBefore(snapshot: Snapshot, ids: readonly string[]): { keys: string[]; changes: Change[] } {
  const keys: string[] = [];
  const changes: Change[] = [];
  for (const id of ids) {
    const known = snapshot.goals.get(id)?.goal.order;
    const key = known ?? orderBetween(keys.at(-1));
    if (known === undefined) changes.push(setField(id, 'order', key));
    keys.push(key);
  }
  return { keys, changes };
}
