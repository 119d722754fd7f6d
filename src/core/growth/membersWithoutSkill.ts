import { isClosed } from '../snapshot/goalStanding';
import { cycleOf } from '../okr/cycles';
import { withDescendants } from '../snapshot/descendants';
import { isSkillGoal } from './skills';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Who learns by which goal: what `membersWithoutSkill` looks through, to be worked out once where it is asked of many goals. */
export interface SkillGoals {
  /** Whoever has one that is open. */
  readonly open: ReadonlySet<string | undefined>;
  /** Who reached one, by its id. */
  readonly reached: ReadonlyMap<string, string | undefined>;
}

export function skillGoals(snapshot: Snapshot): SkillGoals {
  const open = new Set<string | undefined>();
  const reached = new Map<string, string | undefined>();
  for (const node of snapshot.goals.values()) {
    const { goal, scope } = node;
    const isOpen = !isClosed(node);
    if ((!isOpen && goal.status !== 'done') || !isSkillGoal(node, snapshot)) continue;
    const person = scope === 'personal' ? snapshot.me : goal.owner;
    if (isOpen) open.add(person);
    else reached.set(goal.id, person);
  }
  return { open, reached };
}

/**
 * Who takes part in a pact, or in the cycle of an objective, and has no skill goal: by address, in alphabetical order. An open one
 * counts wherever it stands, one that was reached where it belongs to this pact or cycle. Of others only what they share is known.
 * @param skills what `skillGoals` says; worked out where it is not given.
 */
export function membersWithoutSkill(node: GoalNode, snapshot: Snapshot, skills?: SkillGoals): readonly string[] {
  if (node.scope !== 'team' || isClosed(node)) return [];
  const circle = circleOf(node, snapshot);
  if (!circle) return [];
  const { open, reached } = skills ?? skillGoals(snapshot);
  const learned = new Set(circle.goals.map(({ goal }) => reached.get(goal.id)));
  return [...new Set(circle.members)].filter((person) => !open.has(person) && !learned.has(person)).sort();
}

interface Circle {
  readonly members: readonly string[];
  readonly goals: readonly GoalNode[];
}

/** The parties of a pact; whoever owns a goal in the cycle of an objective. */
function circleOf(node: GoalNode, snapshot: Snapshot): Circle | undefined {
  const pact = snapshot.pacts.get(node.goal.id);
  if (pact) {
    const members = pact.parties.map(({ person }) => person);
    return { members, goals: withDescendants(node.goal.id, snapshot) };
  }
  const cycle = node.goal.kind === 'objective' ? cycleOf(node, snapshot) : undefined;
  if (!cycle) return undefined;
  const goals = [...snapshot.goals.values()].filter(
    (each) => each.scope === 'team' && cycleOf(each, snapshot)?.id === cycle.id,
  );
  return { members: goals.flatMap(({ goal }) => goal.owner ?? []), goals };
}
