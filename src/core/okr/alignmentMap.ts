import type { GoalKind } from '../model/goal';
import { askedAlignments, charterOf, conflicts } from './alignment';
import { isClosed } from '../snapshot/goalStanding';
import { groupedBy } from '../snapshot/groupedBy';
import { recordLine } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { acceptedAlignments, servesCharter, unalignedGoals } from './unalignedGoals';

/** Which goal serves what, from the charter down: what `alignment map --json` prints. Only what is open. */
export interface AlignmentMap {
  readonly charter: readonly CharterEntry[];
  /** Objectives, pacts and goals at the top that serve no charter themselves, and all below them. */
  readonly others: readonly MapEntry[];
  /** Ids of what serves nothing. */
  readonly unaligned: readonly string[];
  /** What is asked and not answered, the oldest first. */
  readonly asked: readonly { readonly id: string; readonly goal: string; readonly to: string }[];
  /** Pairs of ids. */
  readonly conflicts: readonly (readonly [string, string])[];
  /** Goals whose parent is not shown, since it would close a circle. */
  readonly circles: readonly string[];
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
  /** Stands here by an agreement; its own place is elsewhere, and so is what stands below it. */
  readonly byAgreement: boolean;
  /** None of one that names a part of the charter itself: it stands there with all below it, and here by its name alone. */
  readonly goals: readonly MapEntry[];
}

/** Nobody reads on below it, and a chain of thousands of parents must not end in a stack overflow. */
const DEEPEST = 100;

export function alignmentMap(snapshot: Snapshot): AlignmentMap {
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
  const serving = groupedBy(snapshot.goals.values(), (node) =>
    node.scope === 'team' && isOpen(node) ? node.goal.more.serves : undefined,
  );
  return {
    charter: charterOf(snapshot).map((node) => ({
      id: node.id,
      type: node.values.type,
      title: recordLine(node),
      goals: (serving.get(node.id) ?? []).map((each) => entryOf(each)),
    })),
    others: snapshot.teamRoots
      .flatMap(open)
      .filter((node) => !servesCharter(node.goal, snapshot) && !isShownByAgreement(node, snapshot))
      .map((each) => entryOf(each)),
    unaligned: unalignedGoals(snapshot).map(({ goal }) => goal.id),
    asked: askedAlignments(snapshot).map(({ node, asking, objective }) => ({
      id: node.id,
      goal: asking.goal.id,
      to: objective.goal.id,
    })),
    conflicts: conflicts(snapshot).map(([a, b]) => [a.goal.id, b.goal.id]),
    circles: circlesOf(snapshot),
  };
}

/** Whether it has its place where others agreed to it: what stands below a goal is shown at its own place. */
function isShownByAgreement({ goal, children }: GoalNode, snapshot: Snapshot): boolean {
  return children.length === 0 && acceptedAlignments(goal.id, snapshot).length > 0;
}

function isOpen(node: GoalNode | undefined): node is GoalNode {
  return node !== undefined && !isClosed(node);
}

function plainEntry({ goal, progress }: GoalNode, byAgreement: boolean): Omit<MapEntry, 'goals'> {
  return { id: goal.id, title: goal.title, kind: goal.kind, progress, byAgreement };
}

/** By the id of an objective, what serves it by an agreement. */
export function goalsByAgreement(snapshot: Snapshot): ReadonlyMap<string, readonly GoalNode[]> {
  const served = new Map<string, GoalNode[]>();
  for (const node of snapshot.goals.values()) {
    if (node.scope !== 'team' || isClosed(node)) continue;
    for (const id of acceptedAlignments(node.goal.id, snapshot)) {
      const known = served.get(id);
      if (known) known.push(node);
      else served.set(id, [node]);
    }
  }
  return served;
}

/** Goals whose parent is not shown, since it would close a circle. */
export function circlesOf({ problems }: Pick<Snapshot, 'problems'>): readonly string[] {
  return [...problems.values()]
    .flat()
    .flatMap(({ code, record }) => (code === 'parent-cycle' && record ? [record] : []));
}
