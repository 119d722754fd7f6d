import type { Elsewhere } from '../../core/snapshot/goalsOnBranches';
import { helpersOf } from '../../core/together/helpers';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import type { GoalJson } from './goalJson';
import { goalJson } from './goalJson';

/** Goal in the output of `list --branches --json`. */
export interface BranchGoalJson extends GoalJson {
  /** True if a team goal that is done here is on an integration branch; null for all other goals. */
  readonly merged: boolean | null;
  readonly elsewhere: readonly { branch: string; by: readonly string[]; done: boolean; merged: boolean }[];
  /** True if only other branches have the goal. */
  readonly onlyElsewhere?: true;
}

export function branchGoalsJson(nodes: readonly GoalNode[], snapshot: Snapshot, withOthers: boolean): BranchGoalJson[] {
  const { branches } = snapshot;
  const here = nodes.map((node): BranchGoalJson => {
    const places = branches?.places.get(node.goal.id);
    const merged = node.goal.status === 'done' && places ? places.merged : null;
    return { ...goalJson(node, snapshot), merged, elsewhere: (places?.elsewhere ?? []).map(elsewhereJson) };
  });
  const others = withOthers ? [...(branches?.onlyElsewhere.values() ?? [])] : [];
  return [
    ...here,
    ...others.map(({ goal, branches: places }): BranchGoalJson => {
      const { id, title, kind, status, owner = null, due = null, parent = null } = goal;
      const progress = status === 'done' ? 1 : 0;
      const helpers = helpersOf(goal);
      const facts = {
        id,
        title,
        kind,
        status,
        owner,
        helpers,
        due,
        parent,
        waitsFor: [],
        scope: 'team' as const,
        progress,
        commits: 0,
      };
      return { ...facts, merged: null, elsewhere: places.map(elsewhereJson), onlyElsewhere: true };
    }),
  ];
}

function elsewhereJson({ branch, by, done, isIntegration }: Elsewhere): BranchGoalJson['elsewhere'][number] {
  return { branch, by, done, merged: done && isIntegration };
}
