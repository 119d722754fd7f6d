import type { Change } from '../document/change';
import type { Fields } from '../model/field';
import type { Random } from '../ports/ports';
import type { RecordValues } from './recordActions';
import type { Refusal } from './refusal';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

/**
 * A rule for new records that no declaration can express: it returns the values to write and the changes that belong to the same save, or
 * a refusal that says why the record may not be written. Rules may rely on the commits that a snapshot knows.
 */
export type KindRule = (
  values: RecordValues,
  snapshot: Snapshot,
  facts: PlanFacts,
) => Promise<{ readonly values: RecordValues; readonly changes?: readonly Change[] } | Refusal>;

/** A rule for changes of existing records: it returns the values to write and further changes to make in the same save, or a refusal. */
export type EditRule<F extends Fields> = (
  node: RecordNode<F>,
  values: RecordValues,
  snapshot: Snapshot,
) => { readonly values: RecordValues; readonly changes: readonly Change[] } | Refusal;

/** Facts beyond the snapshot that planning a record needs. */
export interface PlanFacts {
  readonly random: Random;
  /** Returns who said that a goal is done; undefined without git. */
  readonly tickOf: (node: GoalNode, snapshot: Snapshot) => Promise<Tick | undefined>;
}

/** Facts about a tick beyond the file. */
export interface Tick {
  /** True if this clone stamped the tick. */
  readonly isFromHere: boolean;
  /** Lower-case address of the author of the commit that introduced the tick; undefined if no commit has it yet. */
  readonly author: string | undefined;
}
