import type { GoalKind, GoalStatus } from '../../core/model/goal';
import { awaitedGoals } from '../../core/okr/dependencies';
import { helpersOf } from '../../core/together/helpers';
import type { GoalNode, Scope, Snapshot } from '../../core/snapshot/snapshot';

/** Goal in the output of `list --json` and `show --json`; other programs build on it. */
export interface GoalJson {
  readonly id: string;
  readonly title: string;
  readonly kind: GoalKind;
  readonly status: GoalStatus;
  /** Lower-case e-mail address or id of a person. */
  readonly owner: string | null;
  /** People besides the owner, each in the form of `owner`. */
  readonly helpers: readonly string[];
  /** ISO day. */
  readonly due: string | null;
  readonly parent: string | null;
  /** Ids of the goals that it depends on and that are not done. */
  readonly waitsFor: readonly string[];
  readonly scope: Scope;
  /** Share from 0 to 1. */
  readonly progress: number;
  /** Number of commits that name the goal. */
  readonly commits: number;
}

export function goalJson(node: GoalNode, snapshot: Snapshot): GoalJson {
  const { goal, scope, progress, commits } = node;
  return {
    id: goal.id,
    title: goal.title,
    kind: goal.kind,
    status: goal.status,
    owner: goal.owner ?? null,
    helpers: helpersOf(goal),
    due: goal.due ?? null,
    parent: goal.parent ?? null,
    waitsFor: awaitedGoals(node, snapshot).map((other) => other.goal.id),
    scope,
    progress,
    commits: commits.length,
  };
}
