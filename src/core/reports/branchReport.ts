import type { GoalKind, GoalStatus } from '../model/goal';
import { oneLine } from '../text/safeText';
import type { Elsewhere } from '../snapshot/branchPlaces';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** What the team panel says of other branches. */
export interface BranchReport {
  /** Short name of the branch finished work goes to; null where there is none. */
  readonly integration: string | null;
  /** Of a remote integration branch: when it was fetched, milliseconds since 1970; null where nothing was. */
  readonly fetched: number | null;
  /** Older commits are missing in this clone, and with them what they did for goals. */
  readonly shallow: boolean;
  readonly goals: readonly BranchGoalLine[];
}

/** A goal that only other branches have. */
export interface BranchGoalLine {
  readonly id: string;
  readonly title: string;
  readonly kind: GoalKind;
  readonly status: GoalStatus;
  /** The branch with the latest version first. */
  readonly places: readonly PlaceLine[];
}

export interface PlaceLine {
  readonly branch: string;
  /** Names; empty where nobody is known. */
  readonly by: readonly string[];
  readonly done: boolean;
  readonly isIntegration: boolean;
}

/** How a goal stands beside the branch that is checked out. */
export interface BranchStanding {
  /** Shares of its progress, 0 to 1: what is merged, and what is done on any branch. */
  readonly merged: number;
  readonly reached: number;
  /** Goals below it (or itself) that are done on some branch and not merged. */
  readonly unmerged: number;
  readonly elsewhere: readonly PlaceLine[];
  /** Changed or worked on by the branch that is checked out; true where there is nothing to compare with. */
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
      places: places.map(placeLine),
    })),
  };
}

export function branchStanding({ goal, progress }: GoalNode, { branches }: Snapshot, isHere: boolean): BranchStanding {
  const share = branches?.facts.integration ? branches.shares.get(goal.id) : undefined;
  const elsewhere = (branches?.places.get(goal.id)?.elsewhere ?? []).map(placeLine);
  const shares = share ?? { merged: progress, reached: progress, unmerged: 0 };
  return { merged: shares.merged, reached: shares.reached, unmerged: shares.unmerged, elsewhere, thisBranch: isHere };
}

function placeLine({ branch, by, done, isIntegration }: Elsewhere): PlaceLine {
  return { branch: oneLine(branch, MAX_BRANCH), by: by.map((name) => oneLine(name, MAX_NAME)), done, isIntegration };
}
