import { isClosed } from '../snapshot/goalStanding';
import { cycleOf } from '../snapshot/cycles';
import { withDescendants } from '../snapshot/descendants';
import { isSkillGoal } from './skills';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Skill goals of people, for `membersWithoutSkill`; compute them once if you ask about many goals. */
export interface SkillGoals {
  /** People with an open skill goal. */
  readonly open: ReadonlySet<string | undefined>;
  /** People who reached a skill goal, by the id of the goal. */
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
 * Returns the people who take part in a pact, or in the cycle of an objective, and have no skill goal: addresses in alphabetical order.
 * An open skill goal counts anywhere, a reached one only within this pact or cycle. Of others, only what they share is known.
 * @param skills result of `skillGoals`; computed if not given.
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

/** Returns the parties of a pact, or the owners of the goals in the cycle of an objective, with those goals. */
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
