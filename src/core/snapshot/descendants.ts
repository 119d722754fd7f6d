import type { GoalNode, Snapshot } from './snapshot';

/** A goal and all goals below it, each parent before its children; empty where it is gone. */
export function withDescendants(id: string, { goals }: Snapshot): readonly GoalNode[] {
  const ids = [id];
  // The list grows while it is walked; one by one, for a call takes no hundred thousand arguments.
  for (const each of ids) for (const child of goals.get(each)?.children ?? []) ids.push(child);
  return ids.map((each) => goals.get(each)).filter((node) => node !== undefined);
}

/** All goals, each after those below it. */
export function childrenFirst(snapshot: Snapshot): readonly GoalNode[] {
  const roots = [...snapshot.teamRoots, ...snapshot.personalRoots];
  return roots.flatMap((id) => withDescendants(id, snapshot)).reverse();
}
