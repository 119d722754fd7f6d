import { isClosed } from './closedGoals';
import { cycleOf } from './cycles';
import { withDescendants } from './descendants';
import { isSkillGoal } from './skills';
import type { GoalNode, Snapshot } from './snapshot';

/**
 * Who takes part in a pact, or in the cycle of an objective, and has no skill goal: by address, in alphabetical order. An open one
 * counts wherever it stands, one that was reached where it belongs to this pact or cycle. Of others only what they share is known.
 */
export function membersWithoutSkill(node: GoalNode, snapshot: Snapshot): readonly string[] {
  if (node.scope !== 'team' || isClosed(node)) return [];
  const circle = circleOf(node, snapshot);
  if (!circle) return [];
  const own = new Set(circle.goals.map(({ goal }) => goal.id));
  const learning = new Set<string | undefined>();
  for (const each of snapshot.goals.values()) {
    const { goal, scope } = each;
    const isCurrent = !isClosed(each) || (goal.status === 'done' && own.has(goal.id));
    if (isCurrent && isSkillGoal(each, snapshot)) learning.add(scope === 'personal' ? snapshot.me : goal.owner);
  }
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
