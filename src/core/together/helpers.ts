import type { Change } from '../document/change';
import type { Goal } from '../model/goalView';
import { personOf } from '../model/onePerson';
import { setMembers } from '../changes/goalActions';

/** Returns the people who work on a goal besides its owner: addresses in lower case and ids of people. */
export function helpersOf({ more, owner }: Pick<Goal, 'more' | 'owner'>): readonly string[] {
  const helpers = Object.keys(more.helpers ?? {}).map((person) => person.toLowerCase());
  return [...new Set(helpers)].filter((person) => person !== owner).sort();
}

/** Returns the changes that add helpers to a goal and remove others. */
export function changeHelpers(goal: Goal, added: readonly string[], removed: readonly string[]): readonly Change[] {
  const before = Object.keys(goal.written.helpers ?? {});
  const nameOf = (person: string): string => personOf(person, goal.aliases);
  const isGone = (person: string): boolean => removed.map(nameOf).includes(nameOf(person));
  const known = new Set(before.map(nameOf));
  const after = [
    ...before.filter((person) => !isGone(person)),
    ...added.filter((person) => !known.has(nameOf(person))),
  ];
  return setMembers(goal.id, 'helpers', before, after);
}
