import { member } from '../../core/document/json';
import type { Scope } from '../../core/snapshot/snapshot';
import { Failure } from '../terminal/failure';
import type { VerbPlace } from './verbPlace';
import type { StoredGoals } from './readGoals';

/**
 * Checks that a goal may have this parent. A team goal must not name a personal one: nobody else has it, and personal ids stay
 * private. A goal for everywhere must not name a goal of this place, which does not exist elsewhere.
 * @throws Failure
 */
export function checkParent(
  parent: string,
  child: { readonly scope: Scope; readonly path: string; readonly id?: string },
  { goals }: StoredGoals,
  place: VerbPlace,
): void {
  const found = goals.get(parent);
  if (child.id !== undefined && isBelow(parent, child.id, goals)) {
    throw new Failure(`${parent} cannot be the parent of ${child.id}: it is the same goal or one below it.`);
  }
  if (child.scope === 'team' && found?.scope === 'personal') {
    throw new Failure(
      `${parent} is personal and cannot be the parent of a team goal; share it first: microgoals share ${parent}`,
    );
  }
  const isForEverywhere = place.everywhere.path !== place.personal.path && child.path === place.everywhere.path;
  if (isForEverywhere && found && found.file.path !== child.path) {
    throw new Failure(`${parent} is known in this place only and cannot be the parent of a goal for everywhere.`);
  }
}

function isBelow(id: string, ancestor: string, goals: StoredGoals['goals']): boolean {
  const seen = new Set<unknown>();
  let place: unknown = id;
  while (typeof place === 'string' && !seen.has(place)) {
    if (place === ancestor) return true;
    seen.add(place);
    const goal = goals.get(place);
    place = goal && member(goal.record, 'parent');
  }
  return false;
}
