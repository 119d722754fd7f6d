import { DAY } from '../ports/ports';
import type { Goal } from '../model/goalView';
import { isClosed } from '../snapshot/goalStanding';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** A goal that nobody touched for so long asks whether it is still true. */
const STALE_AFTER = 21 * DAY;
/** How long a closed goal stays in sight. */
export const LATELY = 7 * DAY;

/** Whether a goal is this person's own: personal, or of the team and owned by them. */
export function isMine(node: GoalNode, snapshot: Snapshot): boolean {
  return node.scope === 'personal' || (snapshot.me !== undefined && node.goal.owner === snapshot.me);
}

/** What the status bar shows: of my goals in focus this week, how many are done. */
export function weekFocus(snapshot: Snapshot): { readonly done: number; readonly total: number } {
  const mine = [...snapshot.goals.values()].filter((node) => node.goal.kind === 'micro' && isMine(node, snapshot));
  const done = mine.filter((node) => isDoneThisWeek(node.goal, snapshot)).length;
  const open = mine.filter((node) => isInFocus(node.goal, snapshot)).length;
  return { done, total: done + open };
}

function isDoneThisWeek(goal: Goal, { calendar }: Snapshot): boolean {
  return goal.status === 'done' && (goal.statusChanged ?? 0) >= calendar.weekStart;
}

/** Open and asking for attention now: active, due by Sunday, or pinned. */
export function isInFocus(goal: Goal, { active, calendar }: Snapshot): boolean {
  if (goal.status !== 'open') return false;
  return goal.id === active || goal.pinned || (goal.due !== undefined && goal.due <= calendar.sunday);
}

/** Whether a goal is closed and a commit since then has named it: nothing more is to be linked to it. */
export function isOver(node: GoalNode): boolean {
  const { goal, commits } = node;
  const closedAt = goal.statusChanged ?? 0;
  // Commit dates count whole seconds.
  return isClosed(node) && commits.some(({ inHead, date }) => inHead && date >= closedAt - (closedAt % 1000));
}

export type MineGroup = 'active' | 'due' | 'open' | 'stale' | 'doneLately';

/** My goals by group, each in order; goals closed longer ago are in no group. A child stands below its parent where that is listed. */
export function groupMine(snapshot: Snapshot): ReadonlyMap<MineGroup, readonly GoalNode[]> {
  const groups = new Map<MineGroup, GoalNode[]>([
    ['active', []],
    ['due', []],
    ['open', []],
    ['stale', []],
    ['doneLately', []],
  ]);
  for (const node of mineInOrder(snapshot)) {
    const parent = node.parent === undefined ? undefined : snapshot.goals.get(node.parent);
    const group = groupOf(node.goal, snapshot);
    if (group === undefined) continue;
    // Attention is asked for each goal by itself; the rest keeps its place below its parent.
    const isNested = parent !== undefined && isMine(parent, snapshot) && groupOf(parent.goal, snapshot) !== undefined;
    if (group === 'active' || group === 'due' || !isNested) groups.get(group)?.push(node);
  }
  return groups;
}

function mineInOrder(snapshot: Snapshot): GoalNode[] {
  const nodes: GoalNode[] = [];
  const queue = [...snapshot.personalRoots, ...snapshot.teamRoots];
  for (const id of queue) {
    const node = snapshot.goals.get(id);
    if (!node) continue;
    // What I work on is mine for now, whoever owns it.
    if (isMine(node, snapshot) || id === snapshot.active) nodes.push(node);
    for (const child of node.children) queue.push(child);
  }
  return nodes;
}

/** Whether it is mine, and nobody has touched it for so long that it asks whether it is still true. */
export function isStale(node: GoalNode, snapshot: Snapshot): boolean {
  return isMine(node, snapshot) && groupOf(node.goal, snapshot) === 'stale';
}

function groupOf(goal: Goal, snapshot: Snapshot): MineGroup | undefined {
  const { calendar, active } = snapshot;
  if (goal.status === 'done' || goal.status === 'missed') {
    return (goal.statusChanged ?? 0) >= calendar.now - LATELY ? 'doneLately' : undefined;
  }
  if (goal.status === 'dropped') return undefined;
  if (goal.id === active) return 'active';
  if (goal.status === 'open' && goal.due !== undefined && goal.due <= calendar.sunday) return 'due';
  return (goal.touched ?? calendar.now) < calendar.now - STALE_AFTER ? 'stale' : 'open';
}
