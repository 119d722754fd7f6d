import { checkInsAhead, checkInsDue } from './checkInsDue';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/**
 * Returns the goal that a check-in of the person at the keyboard is most likely meant for: the active goal or the nearest goal it serves,
 * if one of them is due; otherwise the goal that is due longest. Undefined if nothing is due.
 */
export function checkInTarget(snapshot: Snapshot): GoalNode | undefined {
  const { me, active } = snapshot;
  const due = checkInsDue(snapshot, me).map(({ goal }) => goal);
  const ids = new Set(due.map(({ goal }) => goal.id));
  const nearest = [...servedBy(active, snapshot)].find((id) => ids.has(id));
  return nearest === undefined ? due[0] : snapshot.goals.get(nearest);
}

/** Returns the ids of a goal and of those it serves, nearest first; a personal goal may serve a team goal. */
function servedBy(active: string | undefined, { goals }: Snapshot): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let id = active; id !== undefined && !ids.has(id);) {
    ids.add(id);
    const node = goals.get(id);
    id = node?.parent ?? node?.goal.parent;
  }
  return ids;
}

/** Returns the goals of a stand-up: those that are due, and the active goal unless it is or serves one of them. */
export function standUpGoals(snapshot: Snapshot): readonly GoalNode[] {
  const { me, active, goals } = snapshot;
  const due = checkInsDue(snapshot, me).map(({ goal }) => goal);
  const node = active === undefined ? undefined : goals.get(active);
  const served = servedBy(active, snapshot);
  return !node || due.some(({ goal }) => served.has(goal.id)) ? due : [...due, node];
}

/** Returns the goals that a person may check in on: those with a rhythm first, then all that are open. */
export function checkInChoices(snapshot: Snapshot): readonly GoalNode[] {
  const { me, goals } = snapshot;
  const ahead = checkInsAhead(snapshot, me).map(({ goal }) => goal);
  const open = [...goals.values()].filter(({ goal }) => goal.status === 'open');
  return [...new Set([...ahead, ...open])];
}
