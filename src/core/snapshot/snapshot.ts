import type { FileReading } from '../document/fileReading';
import type { Problem } from '../document/problem';
import type { Fields, FieldValues } from '../model/field';
import type { Goal } from '../model/goalView';
import type { Kind } from '../model/kind';
import type { GoneCommit, LinkedCommit } from './linkedCommit';
import type { Measure } from '../model/metric';
import type { BranchView } from './branchPlaces';
import type { Calendar } from './calendar';
import type { Completion } from './completion';
import type { OpenDisagreement } from './disagreements';
import type { Pact } from './pactView';
import type { Provenance } from './provenance';

/** team: in the shared file; personal: in a file of this person that is never committed. */
export type Scope = 'personal' | 'team';

/** One goals file as read. */
export interface SourceReading {
  readonly scope: Scope;
  readonly path: string;
  readonly reading: FileReading;
}

/** Everything a screen shows, at one moment; never changed, only replaced. */
export interface Snapshot {
  readonly goals: ReadonlyMap<string, GoalNode>;
  /** Goals without a parent in their own scope, in order. */
  readonly personalRoots: readonly string[];
  readonly teamRoots: readonly string[];
  /** Records that are no goals, people or deleted, by id. */
  readonly records: ReadonlyMap<string, RecordNode>;
  /** Those that stand below a goal, by its id, the oldest first. */
  readonly recordsByGoal: ReadonlyMap<string, readonly RecordNode[]>;
  /** What the goals that are pacts come to, by id. */
  readonly pacts: ReadonlyMap<string, Pact>;
  /** What history tells of signatures and confirmations, by id; empty until it was asked. */
  readonly provenance: ReadonlyMap<string, Provenance>;
  readonly sources: readonly SourceReading[];
  /** By goal id: open goals that a commit had completed which no branch reaches any more, and nobody has said since what holds. */
  readonly gone: ReadonlyMap<string, GoneCommit>;
  /** Older commits are missing in this clone, and with them what they did for goals. */
  readonly shallow: boolean;
  /** What two people changed at the same time in files of the team, and nobody has settled since. */
  readonly disagreements: readonly OpenDisagreement[];
  /** Problems inside readable files, with their places, by the path of the file. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** Lower-cased e-mail of the person at the keyboard; undefined where git does not know it. */
  readonly me: string | undefined;
  /** The goal being worked on in this worktree. */
  readonly active: string | undefined;
  /** Names by e-mail or person id, from history and records. */
  readonly people: ReadonlyMap<string, string>;
  readonly calendar: Calendar;
  /** By goal id, the merged commit that closes it, where one does. */
  readonly mergedClosings: ReadonlyMap<string, string>;
  /** Names of the commits that a revert took back, on an integration branch or here. */
  readonly takenBack: ReadonlySet<string>;
  /** How the goals of the team stand on other branches; undefined while that is not known. */
  readonly branches: BranchView | undefined;
}

export interface GoalNode {
  readonly goal: Goal;
  readonly scope: Scope;
  /** Path of the file that holds it. */
  readonly source: string;
  /** The parent in the same scope, after repair; undefined for a root. */
  readonly parent: string | undefined;
  readonly children: readonly string[];
  /** Share done, 0 to 1: by its measure where somebody told it, else by weight of the children that count. */
  readonly progress: number;
  /** What it is measured by; most goals are by nothing. */
  readonly measure: Measure | undefined;
  /** Goals without children below this one (or itself) that count, and how many of them are done. */
  readonly done: number;
  readonly total: number;
  readonly commits: readonly LinkedCommit[];
  /** The commit that completed it, where a commit did. */
  readonly completedBy: Completion | undefined;
}

/** A record as views and rules see it: its values read by its kind, and where it stands. Without `F` it is of any kind. */
export interface RecordNode<F extends Fields = Fields> {
  readonly id: string;
  readonly kind: Kind<F>;
  readonly values: FieldValues<F>;
  readonly scope: Scope;
  /** Path of the file that holds it. */
  readonly source: string;
  /** The goal it stands below; undefined where it belongs to the team as a whole. */
  readonly goal: string | undefined;
  /** Whose it is; undefined where the kind or the record does not say. */
  readonly author: string | undefined;
  /** Milliseconds since 1970; undefined without a valid stamp. */
  readonly created: number | undefined;
}

export const EMPTY_READING: FileReading = { state: 'absent' };
