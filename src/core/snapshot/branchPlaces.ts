import type { BranchFacts } from './branchFacts';
import type { Goal } from '../model/goalView';

/** Where the goals of the team stand beside the branch that is checked out. */
export interface BranchView {
  readonly facts: BranchFacts;
  /** By goal id; a goal that is neither done nor worked on elsewhere is not in it. */
  readonly places: ReadonlyMap<string, GoalPlaces>;
  /** Goals that only other branches have, by id. */
  readonly onlyElsewhere: ReadonlyMap<string, BranchGoal>;
  readonly shares: ReadonlyMap<string, BranchShare>;
}

export interface GoalPlaces {
  /** Done here, and on an integration branch, too. */
  readonly merged: boolean;
  /** Other branches that are ahead with it. */
  readonly elsewhere: readonly Elsewhere[];
}

export interface Elsewhere {
  /** Short name. */
  readonly branch: string;
  readonly isIntegration: boolean;
  /** Names of those who did it, as history has them. */
  readonly by: readonly string[];
  /** Done there; else only worked on. */
  readonly done: boolean;
}

export interface BranchGoal {
  readonly goal: Goal;
  /** The branch whose version of it is the latest comes first. */
  readonly branches: readonly Elsewhere[];
}

/** Shares of a goal as `GoalNode.progress`, and the goals below it that are merged, and that are done somewhere and not merged. */
export interface BranchShare {
  readonly merged: number;
  readonly reached: number;
  readonly mergedDone: number;
  readonly unmerged: number;
}
