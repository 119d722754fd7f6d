import { oneLine } from '../text/safeText';
import type { GoalNode } from './snapshot';

const MAX_NAME = 60;

/** Who made the commits of a goal, authors and co-authors alike, each once, in alphabetical order: nobody is ranked. */
export function contributorsOf({ commits }: Pick<GoalNode, 'commits'>): string[] {
  const people = commits.flatMap(({ author, coAuthors = [] }) => [author, ...coAuthors]);
  const names = new Map(people.map(({ name, email }) => [email, oneLine(name === '' ? email : name, MAX_NAME)]));
  return [...new Set(names.values())].sort();
}
