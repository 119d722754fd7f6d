import type { Change } from '../document/change';
import type { Fields } from '../model/field';
import type { Random } from '../ports/ports';
import type { RecordValues } from './recordActions';
import type { Refusal } from './refusal';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

/**
 * What no declaration can say of a new record: its values as they are to be written, or a sentence that says why it may not be.
 * Rules may rest on the commits that a snapshot knows.
 */
export type KindRule = (
  values: RecordValues,
  snapshot: Snapshot,
  facts: PlanFacts,
) => Promise<{ readonly values: RecordValues } | Refusal>;

/** The same for a change of one that is there: what is written of it, and what changes elsewhere in the same save. */
export type EditRule<F extends Fields> = (
  node: RecordNode<F>,
  values: RecordValues,
  snapshot: Snapshot,
) => { readonly values: RecordValues; readonly changes: readonly Change[] } | Refusal;

/** What planning a record needs beyond the snapshot. */
export interface PlanFacts {
  readonly random: Random;
  /** Who said that a goal is done; undefined without git. */
  readonly tickOf: (node: GoalNode, snapshot: Snapshot) => Promise<Tick | undefined>;
}

/** What is known of a tick beyond the file. */
export interface Tick {
  /** Whether this clone stamped it. */
  readonly isFromHere: boolean;
  /** Lower-case address of the author of the commit that brought it; undefined where no commit has it yet. */
  readonly author: string | undefined;
}
