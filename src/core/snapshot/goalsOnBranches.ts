import type { BranchFacts } from './branchFacts';
import type { Goal } from '../model/goalView';

/** State of the team's goals on other branches, compared with the branch that is checked out. */
export interface BranchView {
  readonly facts: BranchFacts;
  /** By goal id; goals that are neither done nor worked on elsewhere are left out. */
  readonly places: ReadonlyMap<string, GoalOnBranches>;
  /** Goals that exist only on other branches, by id. */
  readonly onlyElsewhere: ReadonlyMap<string, BranchGoal>;
  readonly shares: ReadonlyMap<string, BranchShare>;
}

export interface GoalOnBranches {
  /** True if the goal is done both here and on an integration branch. */
  readonly merged: boolean;
  /** Other branches where the goal is further along. */
  readonly elsewhere: readonly Elsewhere[];
}

export interface Elsewhere {
  /** Short name. */
  readonly branch: string;
  readonly isIntegration: boolean;
  /** Names of the people who did the work, as history records them. */
  readonly by: readonly string[];
  /** True if the goal is done on that branch; false if it is only worked on there. */
  readonly done: boolean;
}

export interface BranchGoal {
  readonly goal: Goal;
  /** The branch with the latest version of the goal comes first. */
  readonly branches: readonly Elsewhere[];
}

/** Shares of a goal like `GoalNode.progress`, and how many goals below it are merged or are done somewhere but not merged. */
export interface BranchShare {
  readonly merged: number;
  readonly reached: number;
  readonly mergedDone: number;
  readonly unmerged: number;
}
