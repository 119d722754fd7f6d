import type { GoalKind } from '../model/goal';
import { dependencyCircles } from './dependencies';
import type { ListedRelations, Relation } from './relations';
import { askedRelations, charterOf, listedRelations } from './relations';
import { isClosed } from '../snapshot/goalStanding';
import { recordLine } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { goalsByCharter, servedByAgreement, servesCharter, unalignedGoals } from './unalignedGoals';

/** Map of which open goal serves what, from the charter down, as `relation map --json` prints it. */
export interface RelationMap extends ListedRelations<RelationEntry> {
  readonly charter: readonly CharterEntry[];
  /** Objectives, pacts and goals at the top that serve no charter themselves, and all below them. */
  readonly others: readonly MapEntry[];
  /** Ids of the goals that serve nothing. */
  readonly unaligned: readonly string[];
  /** Requests that nobody has answered, oldest first. */
  readonly asked: readonly RelationEntry[];
  /** Ids of goals of which each depends on the next and the last on the first. */
  readonly dependencyCircles: readonly (readonly string[])[];
  /** Goals whose parent is not shown, since it would close a circle. */
  readonly circles: readonly string[];
}

export interface RelationEntry {
  readonly id: string;
  readonly goal: string;
  readonly to: string;
  readonly note: string | null;
}

export interface CharterEntry {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly goals: readonly MapEntry[];
}

export interface MapEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: GoalKind;
  /** 0 to 1. */
  readonly progress: number;
  /** The same as people are shown it. */
  readonly percent: number;
  /** True if it is listed here by an agreement; its own place is elsewhere, and so are the goals below it. */
  readonly byAgreement: boolean;
  /** Goals below it; empty here if it names a part of the charter itself, where it is listed with all below it. */
  readonly goals: readonly MapEntry[];
}

/** Deepest level of the map: nobody reads on below it, and a chain of thousands of parents must not overflow the stack. */
const DEEPEST = 100;

export function relationMap(snapshot: Snapshot): RelationMap {
  const agreed = goalsByAgreement(snapshot);
  const open = (id: string): readonly GoalNode[] => [snapshot.goals.get(id)].filter(isOpen);
  const entryOf = (node: GoalNode, depth = 1): MapEntry => {
    const below = depth < DEEPEST ? node.children.flatMap(open) : [];
    const own = below.map((each) =>
      servesCharter(each.goal, snapshot) ? { ...plainEntry(each, false), goals: [] } : entryOf(each, depth + 1),
    );
    const others = (agreed.get(node.goal.id) ?? []).map((other) => ({ ...plainEntry(other, true), goals: [] }));
    return { ...plainEntry(node, false), goals: [...own, ...others] };
  };
  const serving = goalsByCharter(snapshot);
  return {
    charter: charterOf(snapshot).map((node) => ({
      id: node.id,
      type: node.values.type,
      title: recordLine(node, snapshot),
      goals: (serving.get(node.id) ?? []).map((each) => entryOf(each)),
    })),
    others: snapshot.teamRoots
      .flatMap(open)
      .filter((node) => !servesCharter(node.goal, snapshot) && !isShownByAgreement(node, snapshot))
      .map((each) => entryOf(each)),
    unaligned: unalignedGoals(snapshot).map(({ goal }) => goal.id),
    asked: askedRelations(snapshot).map(relationEntry),
    ...listedRelations((found) => found.map(relationEntry), snapshot),
    dependencyCircles: dependencyCircles(snapshot).map((circle) => circle.map(({ goal }) => goal.id)),
    circles: circlesOf(snapshot),
  };
}

function relationEntry({ node, from, to }: Relation): RelationEntry {
  return { id: node.id, goal: from.goal.id, to: to.goal.id, note: node.values.note ?? null };
}

/** Tells whether a goal is shown only where others agreed to it; one with children is shown at its own place, with them. */
function isShownByAgreement({ goal, children }: GoalNode, snapshot: Snapshot): boolean {
  return children.length === 0 && servedByAgreement(goal.id, snapshot).length > 0;
}

function isOpen(node: GoalNode | undefined): node is GoalNode {
  return node !== undefined && !isClosed(node);
}

function plainEntry({ goal, progress, percent }: GoalNode, byAgreement: boolean): Omit<MapEntry, 'goals'> {
  return { id: goal.id, title: goal.title, kind: goal.kind, progress, percent, byAgreement };
}

/** Returns the goals that serve an objective by an agreement, by the id of the objective. */
export function goalsByAgreement(snapshot: Snapshot): ReadonlyMap<string, readonly GoalNode[]> {
  const served = new Map<string, GoalNode[]>();
  for (const node of snapshot.goals.values()) {
    if (node.scope !== 'team' || isClosed(node)) continue;
    for (const id of servedByAgreement(node.goal.id, snapshot)) {
      const known = served.get(id);
      if (known) known.push(node);
      else served.set(id, [node]);
    }
  }
  return served;
}

/** Returns the goals whose parent is not shown, since it would close a circle. */
export function circlesOf({ problems }: Pick<Snapshot, 'problems'>): readonly string[] {
  return [...problems.values()]
    .flat()
    .flatMap(({ code, record }) => (code === 'parent-cycle' && record ? [record] : []));
}
