import { isClosed } from './closedGoals';
import { cycleOf } from './cycles';
import { withDescendants } from './descendants';
import { isSkillGoal } from './skills';
import type { GoalNode, Snapshot } from './snapshot';

/** A skill goal that is open or was reached. */
export interface SkillGoal {
  readonly id: string;
  readonly person: string | undefined;
  readonly isOpen: boolean;
}

/** Who learns by which goal: what `membersWithoutSkill` looks through, to be worked out once where it is asked of many goals. */
export function skillGoals(snapshot: Snapshot): readonly SkillGoal[] {
  return [...snapshot.goals.values()].flatMap((node) => {
    const { goal, scope } = node;
    const isOpen = !isClosed(node);
    if ((!isOpen && goal.status !== 'done') || !isSkillGoal(node, snapshot)) return [];
    return [{ id: goal.id, person: scope === 'personal' ? snapshot.me : goal.owner, isOpen }];
  });
}

/**
 * Who takes part in a pact, or in the cycle of an objective, and has no skill goal: by address, in alphabetical order. An open one
 * counts wherever it stands, one that was reached where it belongs to this pact or cycle. Of others only what they share is known.
 * @param skills what `skillGoals` says; worked out where it is not given.
 */
export function membersWithoutSkill(
  node: GoalNode,
  snapshot: Snapshot,
  skills?: readonly SkillGoal[],
): readonly string[] {
  if (node.scope !== 'team' || isClosed(node)) return [];
  const circle = circleOf(node, snapshot);
  if (!circle) return [];
  const own = new Set(circle.goals.map(({ goal }) => goal.id));
  const current = (skills ?? skillGoals(snapshot)).filter(({ id, isOpen }) => isOpen || own.has(id));
  const learning = new Set(current.map(({ person }) => person));
  return [...new Set(circle.members)].filter((person) => !learning.has(person)).sort();
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
