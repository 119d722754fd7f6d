import type { FileReading } from '../document/fileReading';
import type { Problem } from '../document/problem';
import type { Fields, FieldValues } from '../model/field';
import type { Goal } from '../model/goalView';
import type { Kind } from '../model/kind';
import type { GoneCommit, LinkedCommit } from './linkedCommit';
import type { Aliases } from '../model/onePerson';
import type { Measure } from '../model/metric';
import type { BranchView } from './goalsOnBranches';
import type { Calendar } from './calendar';
import type { Completion } from './completion';
import type { OpenDisagreement } from './disagreements';
import type { FileNotice } from './fileNotice';
import type { Pact } from './pactView';
import type { Provenance } from './provenance';

/** `team`: in the shared file; `personal`: in a file of this person that is never committed. */
export type Scope = 'personal' | 'team';

/** Reading of one goals file. */
export interface SourceReading {
  readonly scope: Scope;
  readonly path: string;
  readonly reading: FileReading;
}

/** All data that a screen shows, at one moment; a snapshot is never changed, only replaced. */
export interface Snapshot {
  readonly goals: ReadonlyMap<string, GoalNode>;
  /** Goals without a parent in their own scope, in order. */
  readonly personalRoots: readonly string[];
  readonly teamRoots: readonly string[];
  /** All records except goals and deleted ones, by id. */
  readonly records: ReadonlyMap<string, RecordNode>;
  /** The records below each goal, by goal id, oldest first; the readings of a KPI are below that. */
  readonly recordsByGoal: ReadonlyMap<string, readonly RecordNode[]>;
  /** The state of every goal that is a pact, by id. */
  readonly pacts: ReadonlyMap<string, Pact>;
  /** Verdicts of history on signatures and confirmations, by id; empty until history was asked. */
  readonly provenance: ReadonlyMap<string, Provenance>;
  readonly sources: readonly SourceReading[];
  /** Open goals whose completing commit no branch reaches any more and whose status nobody has set since, by goal id. */
  readonly gone: ReadonlyMap<string, GoneCommit>;
  /** True if older commits, and with them their effects on goals, are missing in this clone. */
  readonly shallow: boolean;
  /** Simultaneous changes by two people in files of the team that nobody has settled yet. */
  readonly disagreements: readonly OpenDisagreement[];
  /** What a person should know of the files of the team besides their contents. */
  readonly notices: readonly FileNotice[];
  /** Problems inside readable files, with their positions, by file path. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** Lower-case e-mail of the person at the keyboard; undefined if git does not know it. */
  readonly me: string | undefined;
  /** Further addresses of people, each with the one that stands for the person here. */
  readonly aliases: Aliases;
  /** The goal being worked on in this worktree. */
  readonly active: string | undefined;
  /** Names by e-mail or person id, from history and records. */
  readonly people: ReadonlyMap<string, string>;
  readonly calendar: Calendar;
  /** The merged commit that closes a goal, if there is one, by goal id. */
  readonly mergedClosings: ReadonlyMap<string, string>;
  /** Names of the commits that a revert took back, on an integration branch or here. */
  readonly takenBack: ReadonlySet<string>;
  /** State of the team's goals on other branches; undefined until that is known. */
  readonly branches: BranchView | undefined;
}

export interface GoalNode {
  readonly goal: Goal;
  readonly scope: Scope;
  /** Path of the file that holds it. */
  readonly source: string;
  /** Parent in the same scope, after repair; undefined for a root. */
  readonly parent: string | undefined;
  readonly children: readonly string[];
  /** Share done, 0 to 1: the goal's measure if it has one, for an objective the mean of its key results, else the share of its parts. */
  readonly progress: number;
  /** The same in whole percent, as people are shown it. */
  readonly percent: number;
  /** True if that share comes from a measure or from key results, so that it is told in percent; otherwise its parts are counted. */
  readonly isMeasured: boolean;
  /** Measure of the goal; most goals have none. */
  readonly measure: Measure | undefined;
  /** Childless goals below this one (or itself) that are done, out of all such goals that count. */
  readonly done: number;
  readonly total: number;
  readonly commits: readonly LinkedCommit[];
  /** The commit that completed the goal, if a commit did. */
  readonly completedBy: Completion | undefined;
}

/** A record as views and rules see it: its values as read by its kind, and its place. Without `F`, it is of any kind. */
export interface RecordNode<F extends Fields = Fields> {
  readonly id: string;
  readonly kind: Kind<F>;
  readonly values: FieldValues<F>;
  /** The same as its record has it, which may name people by other addresses of theirs. */
  readonly written: FieldValues<F>;
  readonly scope: Scope;
  /** Path of the file that holds it. */
  readonly source: string;
  /** Goal or KPI that it belongs to; undefined if it belongs to the team as a whole, even if it guards some goals. */
  readonly goal: string | undefined;
  /** Person whose record it is; undefined if the kind or the record does not say. */
  readonly author: string | undefined;
  /** Milliseconds since 1970; undefined without a valid stamp. */
  readonly created: number | undefined;
}

export const EMPTY_READING: FileReading = { state: 'absent' };
