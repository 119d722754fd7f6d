import { byCodeUnit } from '../document/json';
import type { Problem } from '../document/problem';
import type { GoalKind, GoalStatus } from '../model/goal';
import { foldText } from '../text/foldText';
import { addDays } from '../text/isoDate';
import { oneLine } from '../text/safeText';
import type { AreaBalance } from '../team/balance';
import { balanceOf } from '../team/balance';
import { daysBlocked } from '../followUp/blockers';
import type { BranchReport, BranchStanding } from './branchReport';
import { branchReport, branchStanding } from './branchReport';
import { commitCounts } from '../commits/commitCounts';
import { LATELY } from '../goals/focus';
import { compareGoals } from '../snapshot/goalTree';
import { isClosedStatus, isOverdue } from '../snapshot/goalStanding';
import { onThisBranch } from '../branches/onThisBranch';
import { counts } from '../snapshot/progress';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { verificationOf } from '../goals/verification';
import type { WinLine } from './winReport';
import { winReport } from './winReport';
import { awaitedGoals } from '../okr/dependencies';
import { servedByAgreement } from '../okr/unalignedGoals';

/** Content of the team panel: plain data that survives a message. It contains nothing of personal goals and ranks nobody. */
export interface TeamReport {
  readonly file: SharedFile;
  /** ISO day for the person who looks at the report. */
  readonly today: string;
  readonly totals: TeamTotals;
  /** Objectives, key results and pacts, parents before children; closed ones come last among the roots. */
  readonly larger: readonly LargerGoal[];
  /** Sorted by name; goals without an owner come last. */
  readonly people: readonly PersonWork[];
  /** Open goals that are overdue or due within DUE_SOON_DAYS, earliest first. */
  readonly dueSoon: readonly GoalLine[];
  /** Open micro goals that serve no larger goal. */
  readonly unaligned: readonly GoalLine[];
  /** Goals done in the last seven days, latest first. */
  readonly doneLately: readonly GoalLine[];
  readonly branches: BranchReport;
  /** Wins since Monday, latest first. */
  readonly wins: readonly WinLine[];
  /** Empty if no goal is in an area. */
  readonly balance: readonly AreaBalance[];
}

/** State of the shared file. The problem is its first one, worded as in the Problems view. */
export type SharedFile =
  { readonly state: 'absent' | 'ok' } | { readonly state: 'readOnly' | 'broken'; readonly problem: FileProblem };

export interface FileProblem {
  readonly message: string;
  /** Both counted from 1; null if the whole file is meant. */
  readonly line: number | null;
  readonly column: number | null;
}

export interface TeamTotals {
  /** Goals of the team, of any kind and status. */
  readonly goals: number;
  /** Childless goals that are done, out of all that count. */
  readonly done: number;
  readonly total: number;
  /** Done goals that are merged, and goals that are done on some branch but not merged. */
  readonly merged: number;
  readonly unmerged: number;
  /** Number of open goals that are overdue. */
  readonly overdue: number;
}

export interface GoalLine extends BranchStanding {
  readonly id: string;
  /** Title in one line; characters that hide or reorder text are shown as escapes. */
  readonly title: string;
  readonly kind: GoalKind;
  readonly status: GoalStatus;
  readonly owner: Owner | null;
  /** ISO day. */
  readonly due: string | null;
  readonly overdue: boolean;
  /** True if the goal is being worked on in this worktree. */
  readonly active: boolean;
  /** 0 to 1. */
  readonly progress: number;
  /** The same in whole percent, as people are shown it. */
  readonly percent: number;
  /** True if the share comes from a measure or from key results; otherwise the parts are counted. */
  readonly isMeasured: boolean;
  readonly done: number;
  readonly total: number;
  readonly children: number;
  readonly commits: number;
  /** Time at which the status was set, milliseconds since 1970. */
  readonly statusChanged: number | null;
  /** Evidence that the goal is done; null if it is not done. */
  readonly evidence: 'claimed' | 'verified' | null;
  /** Number of whole days for which the goal has been blocked; null if nothing blocks it. */
  readonly blocked: number | null;
  /** Titles of the goals that it depends on and that are not done. */
  readonly waitsFor: readonly string[];
}

export interface Owner {
  readonly name: string;
  readonly isMe: boolean;
}

export interface LargerGoal extends GoalLine {
  /** Number of larger goals above it. */
  readonly depth: number;
}

export interface PersonWork {
  readonly person: Owner | null;
  /** Open goals: the active one first, then by due day. */
  readonly goals: readonly GoalLine[];
}

const DUE_SOON_DAYS = 14;
const MAX_TITLE = 1000;
const MAX_NAME = 100;

export function teamReport(snapshot: Snapshot): TeamReport {
  const nodes = [...snapshot.goals.values()].filter((node) => node.scope === 'team');
  const commits = commitCounts(snapshot);
  const isHere = onThisBranch(snapshot);
  const lines = new Map(
    nodes.map((node) => {
      const line = lineOf(node, snapshot, commits.get(node.goal.id) ?? 0);
      return [node.goal.id, { ...line, ...branchStanding(node, snapshot, isHere(node)) }];
    }),
  );
  const linesOf = (some: readonly GoalNode[]): GoalLine[] => some.flatMap((node) => lines.get(node.goal.id) ?? []);
  const open = nodes.filter((node) => node.goal.status === 'open').sort(byDay);
  const { today, now } = snapshot.calendar;
  const horizon = addDays(today, DUE_SOON_DAYS) ?? today;
  const lately = nodes.filter(({ goal }) => goal.status === 'done' && (goal.statusChanged ?? 0) >= now - LATELY);
  const aligned = alignedGoals(nodes, snapshot);
  const closedAt = (node: GoalNode): number => node.goal.statusChanged ?? 0;
  return {
    file: sharedFile(snapshot),
    today,
    totals: totalsOf(snapshot, nodes, lines),
    larger: largerGoals(snapshot, lines),
    people: peopleAtWork(open, lines),
    dueSoon: linesOf(open.filter(({ goal }) => goal.due !== undefined && goal.due <= horizon)),
    unaligned: linesOf(open.filter(({ goal }) => goal.kind === 'micro' && !aligned.has(goal.id))),
    doneLately: linesOf(lately.sort((a, b) => closedAt(b) - closedAt(a) || compareGoals(a.goal, b.goal))),
    branches: branchReport(snapshot),
    wins: winReport(snapshot),
    balance: balanceOf(snapshot),
  };
}

function lineOf(node: GoalNode, snapshot: Snapshot, commits: number): Omit<GoalLine, keyof BranchStanding> {
  const { goal, progress, percent, isMeasured, done, total, children } = node;
  return {
    id: goal.id,
    title: oneLine(goal.title, MAX_TITLE),
    kind: goal.kind,
    status: goal.status,
    owner: ownerOf(goal.owner, snapshot),
    due: goal.due ?? null,
    overdue: isOverdue(node, snapshot.calendar),
    active: goal.id === snapshot.active,
    progress,
    percent,
    isMeasured,
    done,
    total,
    children: children.length,
    commits,
    statusChanged: goal.statusChanged ?? null,
    evidence: verificationOf(node, snapshot)?.state ?? null,
    blocked: daysBlocked(node, snapshot) ?? null,
    waitsFor: awaitedGoals(node, snapshot).map((other) => oneLine(other.goal.title, MAX_NAME)),
  };
}

function ownerOf(owner: string | undefined, { people, me }: Snapshot): Owner | null {
  if (owner === undefined) return null;
  return { name: oneLine(people.get(owner) ?? owner, MAX_NAME), isMe: owner === me };
}

function sharedFile({ sources }: Snapshot): SharedFile {
  const readings = sources.filter(({ scope }) => scope === 'team').map(({ reading }) => reading);
  for (const state of ['broken', 'readOnly'] as const) {
    const reading = readings.find((each) => each.state === state);
    if (reading?.state === state) return { state, problem: fileProblem(reading.problems[0]) };
  }
  return { state: readings.some((reading) => reading.state === 'ok') ? 'ok' : 'absent' };
}

function fileProblem(problem: Problem | undefined): FileProblem {
  return {
    message: oneLine(problem?.message ?? '', MAX_TITLE),
    line: problem?.line ?? null,
    column: problem?.column ?? null,
  };
}

function totalsOf(snapshot: Snapshot, nodes: readonly GoalNode[], lines: ReadonlyMap<string, GoalLine>): TeamTotals {
  const roots = snapshot.teamRoots.flatMap((id) => snapshot.goals.get(id) ?? []).filter(({ goal }) => counts(goal));
  const sum = (count: (node: GoalNode) => number): number => roots.reduce((total, node) => total + count(node), 0);
  const shares = snapshot.branches?.facts.integration ? snapshot.branches.shares : undefined;
  return {
    goals: nodes.length,
    done: sum(({ done }) => done),
    total: sum(({ total }) => total),
    merged: sum(({ goal, done }) => shares?.get(goal.id)?.mergedDone ?? done),
    unmerged: sum(({ goal }) => shares?.get(goal.id)?.unmerged ?? 0),
    overdue: [...lines.values()].filter((line) => line.overdue).length,
  };
}

/** Returns the larger goals in tree order. It is a loop because recursion would overflow the stack on a chain of thousands of parents. */
function largerGoals(snapshot: Snapshot, lines: ReadonlyMap<string, GoalLine>): LargerGoal[] {
  const found: LargerGoal[] = [];
  const roots = snapshot.teamRoots.toSorted((a, b) => Number(isOver(lines.get(a))) - Number(isOver(lines.get(b))));
  const pending = roots.map((id) => ({ id, depth: 0 })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { id, depth } = next;
    const line = lines.get(id);
    if (!line || line.status === 'dropped') continue;
    const isLarger = line.kind !== 'micro';
    if (isLarger) found.push({ ...line, depth });
    const below = isLarger ? depth + 1 : depth;
    for (const child of snapshot.goals.get(id)?.children.toReversed() ?? []) pending.push({ id: child, depth: below });
  }
  return found;
}

function isOver(line: GoalLine | undefined): boolean {
  return line !== undefined && isClosedStatus(line.status);
}

function peopleAtWork(open: readonly GoalNode[], lines: ReadonlyMap<string, GoalLine>): PersonWork[] {
  const byOwner = new Map<string | undefined, GoalLine[]>();
  for (const { goal } of open) {
    const line = lines.get(goal.id);
    if (!line) continue;
    const goals = byOwner.get(goal.owner);
    if (goals) goals.push(line);
    else byOwner.set(goal.owner, [line]);
  }
  return [...byOwner]
    .sort(([a, goalsA], [b, goalsB]) => {
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      return byCodeUnit(nameKey(goalsA), nameKey(goalsB)) || byCodeUnit(a, b);
    })
    .map(([, goals]) => ({
      person: goals[0]?.owner ?? null,
      goals: goals.toSorted((a, b) => Number(b.active) - Number(a.active)),
    }));
}

function nameKey(goals: readonly GoalLine[]): string {
  return foldText(goals[0]?.owner?.name ?? '');
}

/** Compares goals: those with a due day come first, by day; the rest by priority, then as in the tree. */
function byDay({ goal: a }: GoalNode, { goal: b }: GoalNode): number {
  const LAST = '9999-99-99';
  const LOWEST = 4;
  return (
    byCodeUnit(a.due ?? LAST, b.due ?? LAST) || (a.priority ?? LOWEST) - (b.priority ?? LOWEST) || compareGoals(a, b)
  );
}

/** Returns the goals below an objective, key result or pact, at any depth, or below one that serves an objective by agreement. */
function alignedGoals(nodes: readonly GoalNode[], snapshot: Snapshot): ReadonlySet<string> {
  const aligned = new Set<string>();
  const pending = nodes.flatMap((node) => {
    if (node.goal.kind !== 'micro') return node.children;
    return servedByAgreement(node.goal.id, snapshot).length > 0 ? [node.goal.id] : [];
  });
  for (const id of pending) {
    if (aligned.has(id)) continue;
    aligned.add(id);
    for (const child of snapshot.goals.get(id)?.children ?? []) pending.push(child);
  }
  return aligned;
}
