import type { Json } from '../document/json';
import { kindLetter } from '../document/recordId';
import type { BranchFacts, BranchRecords } from '../snapshot/branchFacts';
import type { Goal } from '../model/goalView';
import { readGoal } from '../model/goalView';
import type { LinkedCommit } from '../snapshot/linkedCommit';
import type { BranchShare, BranchView, Elsewhere, GoalOnBranches } from '../snapshot/goalsOnBranches';
import { undoneCommits } from '../snapshot/completion';
import { groupedBy } from '../snapshot/groupedBy';
import { measuredShare } from '../snapshot/measure';
import { progressOf } from '../snapshot/progress';
import type { GoalNode } from '../snapshot/snapshot';

export interface BranchViewInput {
  readonly facts: BranchFacts;
  /** All goals that are shown; only those of the team matter here. */
  readonly nodes: ReadonlyMap<string, GoalNode>;
  readonly teamRoots: readonly string[];
  readonly commits: readonly LinkedCommit[];
  /** Result of `mergedClosings` for these commits. */
  readonly closings: ReadonlyMap<string, string>;
  /** Tells whether any record here has the id, including deleted and archived ones. */
  readonly isKnown: (id: string) => boolean;
}

export function branchView({ facts, nodes, teamRoots, commits, closings, isKnown }: BranchViewInput): BranchView {
  const team = new Map([...nodes].filter(([, node]) => node.scope === 'team'));
  const elsewhere = new ElsewhereByGoal();
  const found = new Map<string, { goal: Goal; branches: Elsewhere[] }>();
  for (const branch of withIntegration(facts, team)) {
    for (const [id, record] of branch.records) {
      if (kindLetter(id) !== 'g') continue;
      const there = readGoal(id, record).goal;
      const node = team.get(id);
      if (node) {
        if (isDoneLater(there, node.goal)) elsewhere.add(id, standing(branch, true));
      } else if (!there.deleted && !isKnown(id)) addFound(found, there, standing(branch, there.status === 'done'));
    }
  }
  addCommits(elsewhere, commits, facts);
  const places = new Map<string, GoalOnBranches>();
  const merged = mergedGoals(team, closings, facts);
  for (const [id, { goal }] of team) {
    // If the goal is merged, it is no news that a squashed branch has it done, too.
    const others = elsewhere.of(id).filter(({ done }) => !done || !merged.has(id));
    if (goal.status === 'done' || others.length > 0) places.set(id, { merged: merged.has(id), elsewhere: others });
  }
  return { facts, places, onlyElsewhere: found, shares: sharesOf(team, teamRoots, places) };
}

/** Returns the branches and gives the integration branch, if HEAD does not contain it, its goals that are not done here. */
function withIntegration({ branches, integration }: BranchFacts, team: ReadonlyMap<string, GoalNode>): BranchRecords[] {
  return branches.map((branch) => {
    if (branch.branch !== integration?.branch) return branch;
    const records = [...integration.document.records].filter(
      ([id]) => kindLetter(id) === 'g' && !isSettled(team.get(id)),
    );
    return { ...branch, records: new Map(records) };
  });
}

/** Tells whether a goal is done here, so that nothing elsewhere is news. */
function isSettled(node: GoalNode | undefined): boolean {
  return node?.goal.status === 'done';
}

function isDoneLater(there: Goal, here: Goal): boolean {
  return there.status === 'done' && here.status !== 'done' && (there.statusChanged ?? 0) > (here.statusChanged ?? 0);
}

function standing({ branch, isIntegration, by }: BranchRecords, done: boolean): Elsewhere {
  return { branch, isIntegration, by: by ? [by.name] : [], done };
}

function addFound(found: Map<string, { goal: Goal; branches: Elsewhere[] }>, goal: Goal, place: Elsewhere): void {
  const known = found.get(goal.id);
  if (!known) found.set(goal.id, { goal, branches: [place] });
  else if ((goal.touched ?? 0) > (known.goal.touched ?? 0)) {
    found.set(goal.id, { goal, branches: [place, ...known.branches] });
  } else known.branches.push(place);
}

/** Places of each goal; what the file and several commits say about one branch becomes one entry. */
class ElsewhereByGoal {
  readonly #places = new Map<string, Map<string, Elsewhere & { readonly names: Set<string> }>>();

  add(id: string, place: Elsewhere): void {
    const branches = this.#places.get(id) ?? new Map<string, Elsewhere & { readonly names: Set<string> }>();
    this.#places.set(id, branches);
    const known = branches.get(place.branch);
    const names = known?.names ?? new Set();
    for (const name of place.by) names.add(name);
    branches.set(place.branch, { ...place, names, done: place.done || known?.done === true });
  }

  of(id: string): Elsewhere[] {
    return Array.from(this.#places.get(id)?.values() ?? [], ({ names, ...place }) => ({ ...place, by: [...names] }));
  }
}

/** Adds commits that HEAD does not have: they show work on a goal, or its completion, on their branch. */
function addCommits(elsewhere: ElsewhereByGoal, commits: readonly LinkedCommit[], { integration }: BranchFacts): void {
  const beyond = commits.filter((commit) => !commit.inHead && commit.ref !== null);
  for (const [branch, those] of groupedBy(beyond, ({ ref }) => ref ?? '')) {
    const undone = undoneCommits(those);
    for (const { commit, goals, author, state } of those) {
      if (undone.has(commit)) continue;
      const isIntegration = state === 'merged' || branch === integration?.branch;
      for (const { id, closes } of goals) elsewhere.add(id, { branch, isIntegration, by: [author.name], done: closes });
    }
  }
}

/** Returns goals that are done on an integration branch: its file says so, or a closing commit there was not taken back. */
function mergedGoals(
  team: ReadonlyMap<string, GoalNode>,
  closings: ReadonlyMap<string, string>,
  { integration }: BranchFacts,
): ReadonlySet<string> {
  const records = integration?.document.records ?? new Map<string, Json>();
  const merged = new Set<string>();
  for (const [id, { goal }] of team) {
    if (goal.status !== 'done') continue;
    const record = records.get(id);
    if (closings.has(id) || (record !== undefined && readGoal(id, record).goal.status === 'done')) merged.add(id);
  }
  return merged;
}

function sharesOf(
  team: ReadonlyMap<string, GoalNode>,
  roots: readonly string[],
  places: ReadonlyMap<string, GoalOnBranches>,
): ReadonlyMap<string, BranchShare> {
  const goals = new Map([...team].map(([id, { goal }]) => [id, goal]));
  const tree = { roots, children: new Map([...team].map(([id, { children }]) => [id, children])) };
  // A measure holds on every branch.
  const measured = (goal: Goal): number | undefined => measuredShare(goal, team.get(goal.id)?.measure);
  const merged = progressOf(goals, tree, { measured, isDone: ({ id }) => places.get(id)?.merged === true });
  const reached = progressOf(goals, tree, {
    measured,
    isDone: ({ id, status }) => status === 'done' || places.get(id)?.elsewhere.some(({ done }) => done) === true,
  });
  const shares = new Map<string, BranchShare>();
  for (const [id, far] of reached) {
    const near = merged.get(id);
    if (near)
      shares.set(id, {
        merged: near.progress,
        reached: far.progress,
        mergedDone: near.done,
        unmerged: far.done - near.done,
      });
  }
  return shares;
}
