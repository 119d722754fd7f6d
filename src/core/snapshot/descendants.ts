import type { GoalNode, Snapshot } from './snapshot';

/** Returns a goal and all goals below it, each parent before its children; an empty list if the goal is gone. */
export function withDescendants(id: string, { goals }: Snapshot): readonly GoalNode[] {
  const ids = [id];
  // The loop reads the list while it grows, and pushes one id at a time: a call cannot take a hundred thousand arguments.
  for (const each of ids) for (const child of goals.get(each)?.children ?? []) ids.push(child);
  return ids.map((each) => goals.get(each)).filter((node) => node !== undefined);
}

/** Returns all goals, each after the goals below it. */
export function childrenFirst(snapshot: Snapshot): readonly GoalNode[] {
  const roots = [...snapshot.teamRoots, ...snapshot.personalRoots];
  return roots.flatMap((id) => withDescendants(id, snapshot)).reverse();
}
