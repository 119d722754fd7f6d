import { byCodeUnit } from '../document/json';
import { foldText } from '../text/foldText';
import { oneLine } from '../text/safeText';
import { withDescendants } from './descendants';
import type { Snapshot } from './snapshot';

const MAX_NAME = 60;

/** Who made the commits of a goal and of all goals below it, authors and co-authors alike, each once, by name: nobody is ranked. */
export function contributorsOf(id: string, snapshot: Snapshot): string[] {
  const people = withDescendants(id, snapshot).flatMap(({ commits }) =>
    commits.flatMap(({ author, coAuthors = [] }) => [author, ...coAuthors]),
  );
  const names = new Map(people.map(({ name, email }) => [email, oneLine(name === '' ? email : name, MAX_NAME)]));
  return [...new Set(names.values())].sort((a, b) => byCodeUnit(foldText(a), foldText(b)) || byCodeUnit(a, b));
}
