import { DAY } from '../ports/ports';
import type { Goal } from '../model/goalView';
import { isClosed } from '../snapshot/goalStanding';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Time after which an untouched goal asks whether it is still true. */
const STALE_AFTER = 21 * DAY;
/** Time for which a closed goal stays in sight. */
export const LATELY = 7 * DAY;

/** Tells whether a goal is this person's own: a personal goal, or a team goal that they own. */
export function isMine(node: GoalNode, snapshot: Snapshot): boolean {
  return node.scope === 'personal' || (snapshot.me !== undefined && node.goal.owner === snapshot.me);
}

/** Returns goals in the order in which a person looks for one: open before closed, and among them their own first. */
export function likelyFirst(nodes: readonly GoalNode[], snapshot: Snapshot): GoalNode[] {
  const rank = (node: GoalNode): number => (isClosed(node) ? 2 : 0) + (isMine(node, snapshot) ? 0 : 1);
  return [...nodes].sort((a, b) => rank(a) - rank(b));
}

/** Counts my goals in focus this week and those of them that are done, for the status bar. */
export function weekFocus(snapshot: Snapshot): { readonly done: number; readonly total: number } {
  const mine = [...snapshot.goals.values()].filter((node) => node.goal.kind === 'micro' && isMine(node, snapshot));
  const done = mine.filter((node) => isDoneThisWeek(node.goal, snapshot)).length;
  const open = mine.filter((node) => isInFocus(node.goal, snapshot)).length;
  return { done, total: done + open };
}

function isDoneThisWeek(goal: Goal, { calendar }: Snapshot): boolean {
  return goal.status === 'done' && (goal.statusChanged ?? 0) >= calendar.weekStart;
}

/** Tells whether a goal is open and asks for attention now: it is active, due by Sunday, or pinned. */
export function isInFocus(goal: Goal, { active, calendar }: Snapshot): boolean {
  if (goal.status !== 'open') return false;
  return goal.id === active || goal.pinned || (goal.due !== undefined && goal.due <= calendar.sunday);
}

/** Tells whether a goal is closed and a commit has named it since: nothing more is to be linked to it. */
export function isOver(node: GoalNode): boolean {
  const { goal, commits } = node;
  const closedAt = goal.statusChanged ?? 0;
  // Commit dates are in whole seconds.
  return isClosed(node) && commits.some(({ inHead, date }) => inHead && date >= closedAt - (closedAt % 1000));
}

export type MineGroup = 'active' | 'due' | 'open' | 'stale' | 'doneLately';

/** Returns my goals by group, each in order; goals closed longer ago are in none. A child is below its parent if that is listed. */
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
    // An active or due goal asks for attention by itself; any other keeps its place below its parent.
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
    // The goal I work on is mine for now, whoever owns it.
    if (isMine(node, snapshot) || id === snapshot.active) nodes.push(node);
    for (const child of node.children) queue.push(child);
  }
  return nodes;
}

/** Tells whether a goal is mine and has been untouched for so long that it asks whether it is still true. */
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
