import type { GoalKind, GoalStatus } from '../model/goal';
import { oneLine } from '../text/safeText';
import type { Elsewhere } from '../snapshot/goalsOnBranches';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Data about other branches that the team panel shows. */
export interface BranchReport {
  /** Short name of the branch that finished work goes to; null if there is none. */
  readonly integration: string | null;
  /** Time of the last fetch of a remote integration branch, milliseconds since 1970; null if nothing was fetched. */
  readonly fetched: number | null;
  /** True if older commits, and with them their effects on goals, are missing in this clone. */
  readonly shallow: boolean;
  readonly goals: readonly BranchGoalLine[];
}

/** A goal that only other branches have. */
export interface BranchGoalLine {
  readonly id: string;
  readonly title: string;
  readonly kind: GoalKind;
  readonly status: GoalStatus;
  /** The branch with the latest version comes first. */
  readonly places: readonly BranchLine[];
}

export interface BranchLine {
  readonly branch: string;
  /** Names of the people who did the work; empty if nobody is known. */
  readonly by: readonly string[];
  readonly done: boolean;
  readonly isIntegration: boolean;
}

/** State of a goal on other branches, compared with the branch that is checked out. */
export interface BranchStanding {
  /** Shares of the goal's progress, 0 to 1: the merged share, and the share that is done on any branch. */
  readonly merged: number;
  readonly reached: number;
  /** Number of goals below it (or itself) that are done on some branch but not merged. */
  readonly unmerged: number;
  readonly elsewhere: readonly BranchLine[];
  /** True if the checked-out branch changed the goal or worked on it, or if there is nothing to compare with. */
  readonly thisBranch: boolean;
}

const MAX_BRANCH = 60;
const MAX_NAME = 100;
const MAX_TITLE = 1000;

export function branchReport({ branches, shallow }: Snapshot): BranchReport {
  const { integration, fetched } = branches?.facts ?? {};
  return {
    integration: integration ? oneLine(integration.branch, MAX_BRANCH) : null,
    fetched: integration?.isRemote === true ? (fetched ?? null) : null,
    shallow,
    goals: Array.from(branches?.onlyElsewhere.values() ?? [], ({ goal, branches: places }) => ({
      id: goal.id,
      title: oneLine(goal.title, MAX_TITLE),
      kind: goal.kind,
      status: goal.status,
      places: places.map(branchLine),
    })),
  };
}

export function branchStanding({ goal, progress }: GoalNode, { branches }: Snapshot, isHere: boolean): BranchStanding {
  const share = branches?.facts.integration ? branches.shares.get(goal.id) : undefined;
  const elsewhere = (branches?.places.get(goal.id)?.elsewhere ?? []).map(branchLine);
  const shares = share ?? { merged: progress, reached: progress, unmerged: 0 };
  return { merged: shares.merged, reached: shares.reached, unmerged: shares.unmerged, elsewhere, thisBranch: isHere };
}

function branchLine({ branch, by, done, isIntegration }: Elsewhere): BranchLine {
  return { branch: oneLine(branch, MAX_BRANCH), by: by.map((name) => oneLine(name, MAX_NAME)), done, isIntegration };
}
