import { checkInsAhead, checkInsDue } from './checkInsDue';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/**
 * The goal a check-in of the person at the keyboard is most likely meant for: of what the active goal serves, itself included, the
 * nearest that is due; else what is due longest. Undefined where nothing is due.
 */
export function checkInTarget(snapshot: Snapshot): GoalNode | undefined {
  const { me, active } = snapshot;
  const due = checkInsDue(snapshot, me).map(({ goal }) => goal);
  const ids = new Set(due.map(({ goal }) => goal.id));
  const nearest = [...servedBy(active, snapshot)].find((id) => ids.has(id));
  return nearest === undefined ? due[0] : snapshot.goals.get(nearest);
}

/** A goal and those it serves, the nearest first; a personal goal may serve one of the team. */
function servedBy(active: string | undefined, { goals }: Snapshot): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let id = active; id !== undefined && !ids.has(id);) {
    ids.add(id);
    const node = goals.get(id);
    id = node?.parent ?? node?.goal.parent;
  }
  return ids;
}

/** What a stand-up is about: what is due, and the active goal unless one of those holds it. */
export function standUpGoals(snapshot: Snapshot): readonly GoalNode[] {
  const { me, active, goals } = snapshot;
  const due = checkInsDue(snapshot, me).map(({ goal }) => goal);
  const node = active === undefined ? undefined : goals.get(active);
  const served = servedBy(active, snapshot);
  return !node || due.some(({ goal }) => served.has(goal.id)) ? due : [...due, node];
}

/** The goals that a person may want to say something of: those with a rhythm first, then all that are open. */
export function checkInChoices(snapshot: Snapshot): readonly GoalNode[] {
  const { me, goals } = snapshot;
  const ahead = checkInsAhead(snapshot, me).map(({ goal }) => goal);
  const open = [...goals.values()].filter(({ goal }) => goal.status === 'open');
  return [...new Set([...ahead, ...open])];
}
