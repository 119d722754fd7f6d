import type { GoalKind, GoalStatus } from '../../core/model/goal';
import { helpersOf } from '../../core/together/helpers';
import type { GoalNode, Scope } from '../../core/snapshot/snapshot';

/** What `list --json` and `show --json` say of a goal; others build on it. */
export interface GoalJson {
  readonly id: string;
  readonly title: string;
  readonly kind: GoalKind;
  readonly status: GoalStatus;
  /** A lower-case e-mail address or the id of a person. */
  readonly owner: string | null;
  /** As `owner`; besides the owner. */
  readonly helpers: readonly string[];
  /** ISO day. */
  readonly due: string | null;
  readonly parent: string | null;
  readonly scope: Scope;
  /** 0 to 1. */
  readonly progress: number;
  /** How many commits name it. */
  readonly commits: number;
}

export function goalJson({ goal, scope, progress, commits }: GoalNode): GoalJson {
  return {
    id: goal.id,
    title: goal.title,
    kind: goal.kind,
    status: goal.status,
    owner: goal.owner ?? null,
    helpers: helpersOf(goal),
    due: goal.due ?? null,
    parent: goal.parent ?? null,
    scope,
    progress,
    commits: commits.length,
  };
}
