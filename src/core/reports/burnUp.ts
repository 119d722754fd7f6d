import type { GoalDocument } from '../document/goalDocument';
import { textMember } from '../document/json';
import { kindLetter } from '../document/recordId';
import type { Goal } from '../model/goalView';
import { readGoal } from '../model/goalView';
import type { LinkedCommit } from '../snapshot/linkedCommit';
import { undoneCommits } from '../snapshot/completion';
import { buildTree } from '../snapshot/goalTree';
import { counts } from '../snapshot/progress';
import { sampled } from '../snapshot/sampled';
import type { GoalNode } from '../snapshot/snapshot';

/** State of a goal at one time: how many childless goals below it (or itself) are done, and how many count. */
export interface BurnUpPoint {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly done: number;
  readonly total: number;
}

/** Content of one version of the file for a goal and those below it, small enough to keep. */
export interface BurnUpState {
  /** Childless goals that count, each with whether the file says it is done and since when (milliseconds; 0: unknown). */
  readonly leaves: readonly (readonly [id: string, done: boolean, since: number])[];
}

/** Maximum number of points; if there are more, some of those in between are left out. */
export const MAX_POINTS = 200;

/** Returns the state of a goal in a document; undefined if the document does not have the goal. */
export function burnUpState(id: string, { records }: GoalDocument): BurnUpState | undefined {
  const goals = subtree(id, records);
  if (!goals) return undefined;
  const tree = buildTree(goals);
  const reached = reachedFrom(id, goals);
  const leaves = [...goals.values()].filter((goal) => {
    const isLeaf = (tree.children.get(goal.id) ?? []).every((child) => !isCounted(goals.get(child)));
    return isLeaf && reached.has(goal.id);
  });
  return { leaves: leaves.map((goal) => [goal.id, goal.status === 'done', goal.statusChanged ?? 0]) };
}

function isCounted(goal: Goal | undefined): boolean {
  return goal !== undefined && counts(goal);
}

/** Returns the top and every goal below it that counts and has only counting goals in between. @param goals parents before children. */
function reachedFrom(top: string, goals: ReadonlyMap<string, Goal>): ReadonlySet<string> {
  const reached = new Set([top]);
  for (const goal of goals.values()) if (counts(goal) && reached.has(goal.parent ?? '')) reached.add(goal.id);
  return reached;
}

/** Reads the goal and those below it, parents before children, and no others, because a file may have thousands. */
function subtree(id: string, records: GoalDocument['records']): Map<string, Goal> | undefined {
  const children = new Map<string, string[]>();
  for (const [key, record] of records) {
    const parent = textMember(record, 'parent');
    if (parent === undefined || kindLetter(key) !== 'g') continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(key);
    else children.set(parent, [key]);
  }
  const found = new Map<string, Goal>();
  const pending = [id];
  for (const each of pending) {
    const record = records.get(each);
    if (record === undefined || found.has(each)) continue;
    const { goal } = readGoal(each, record);
    if (goal.deleted) continue;
    found.set(each, goal);
    for (const child of children.get(each) ?? []) pending.push(child);
  }
  return found.has(id) ? found : undefined;
}

/** A version of the file and the time of its commit. */
export interface BurnUpRevision {
  readonly at: number;
  readonly state: BurnUpState;
}

/**
 * Returns the course of a goal, oldest point first: what each version of the file said, and what commits closed in between. A
 * version counts until the next one.
 * @param commits those of HEAD's history that name goals, and their reverts.
 */
export function burnUp(revisions: readonly BurnUpRevision[], commits: readonly LinkedCommit[]): BurnUpPoint[] {
  const here = commits.filter(({ inHead }) => inHead).sort((a, b) => a.date - b.date);
  const ids = new Set(revisions.flatMap(({ state }) => state.leaves.map(([id]) => id)));
  const concerned = here.filter(
    ({ goals, reverts }) => reverts.length > 0 || goals.some(({ id, closes }) => closes && ids.has(id)),
  );
  const times = [...new Set([...revisions, ...concerned.map(({ date }) => ({ at: date }))].map(({ at }) => at))];
  times.sort((a, b) => a - b);
  const first = revisions[0]?.at ?? 0;
  const points = sampled(
    times.filter((at) => at >= first),
    MAX_POINTS,
  ).map((at) => pointAt(at, revisions, here));
  return points.filter((point, index) => {
    const before = points[index - 1];
    const isLast = index === points.length - 1;
    return isLast || before?.done !== point.done || before.total !== point.total;
  });
}

/** Returns the course of a goal up to its present state, which comes last even if a clock runs behind. */
export function burnUpUntil(
  now: number,
  { done, total }: Pick<GoalNode, 'done' | 'total'>,
  revisions: readonly BurnUpRevision[],
  commits: readonly LinkedCommit[],
): BurnUpPoint[] {
  const course = burnUp(revisions, commits);
  return [...course, { at: Math.max(now, course.at(-1)?.at ?? now), done, total }];
}

function pointAt(at: number, revisions: readonly BurnUpRevision[], commits: readonly LinkedCommit[]): BurnUpPoint {
  const state = revisions.findLast((revision) => revision.at <= at)?.state ?? { leaves: [] };
  const until = commits.filter(({ date }) => date <= at);
  const undone = undoneCommits(until);
  const closed = new Map<string, number>();
  for (const { commit, date, goals } of until) {
    if (!undone.has(commit)) for (const { id, closes } of goals) if (closes) closed.set(id, date);
  }
  // As everywhere, a later statement in the file overrides the commit.
  const done = state.leaves.filter(([id, isDone, since]) => {
    const by = closed.get(id);
    return isDone || (by !== undefined && since < by + 1000);
  });
  return { at, done: done.length, total: state.leaves.length };
}
