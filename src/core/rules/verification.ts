import { effectiveStamp } from '../document/change';
import { isObject } from '../document/json';
import { parseStamp } from '../document/stamp';
import { confirmationKind } from '../model/confirmation';
import type { Random } from '../ports';
import type { RecordPlan } from './planRecord';
import { planAdd } from './planRecord';
import { documentAt } from './recordNode';
import type { GoalNode, RecordNode, Snapshot } from './snapshot';

/**
 * What "done" rests on. claimed: somebody said so. verified: a commit that closes the goal is merged and not reverted, or somebody
 * else confirmed it since.
 */
export type Verification =
  | { readonly state: 'claimed' }
  | { readonly state: 'verified'; readonly commit: string }
  | { readonly state: 'verified'; readonly person: string };

/** Undefined for a goal that is not done, and for a personal one, which nobody else sees. */
export function verificationOf(node: GoalNode, snapshot: Snapshot): Verification | undefined {
  if (node.goal.status !== 'done' || node.scope !== 'team') return undefined;
  const commit = snapshot.mergedClosings.get(node.goal.id);
  if (commit !== undefined) return { state: 'verified', commit };
  const [confirmation] = validConfirmations(node, snapshot);
  return confirmation?.author === undefined ? { state: 'claimed' } : { state: 'verified', person: confirmation.author };
}

/** Confirmations of the present claim by somebody else, the oldest first. Those of an earlier one lapse with it. */
function validConfirmations(node: GoalNode, { recordsByGoal }: Snapshot): readonly RecordNode[] {
  const own = claimants(node);
  const claimed = node.goal.statusChanged ?? 0;
  return (recordsByGoal.get(node.goal.id) ?? []).filter(
    (record) =>
      record.kind === confirmationKind &&
      record.author !== undefined &&
      !own.has(record.author) &&
      (claimedAt(record) ?? 0) >= claimed,
  );
}

function claimedAt({ values, created }: RecordNode): number | undefined {
  const { claimed } = values;
  const told = typeof claimed === 'string' ? Date.parse(claimed) : Number.NaN;
  return Number.isNaN(told) ? created : told;
}

/** Those who said that it is done, as far as the file and the commits tell: its owner, and the authors of commits that close it, co-authors among them. */
function claimants({ goal, commits }: GoalNode): ReadonlySet<string> {
  const closing = commits.filter(({ goals }) => goals.some((named) => named.id === goal.id && named.closes));
  const authors = closing.flatMap(({ author, coAuthors = [] }) => [author, ...coAuthors]);
  return new Set([...(goal.owner === undefined ? [] : [goal.owner]), ...authors.map(({ email }) => email)]);
}

/** What is known of a tick beyond the file. */
export interface Tick {
  /** Whether this clone stamped it. */
  readonly isFromHere: boolean;
  /** Lower-case address of the author of the commit that brought it; undefined where no commit has it yet. */
  readonly author: string | undefined;
}

export type Refusal = 'not-done' | 'personal' | 'nobody' | 'own' | 'confirmed';

/** Why this person may not confirm a goal; undefined where they may. Nobody confirms what they said themselves. */
export function confirmationRefusal(node: GoalNode, snapshot: Snapshot, tick: Tick): Refusal | undefined {
  const { me } = snapshot;
  if (node.scope !== 'team') return 'personal';
  if (node.goal.status !== 'done') return 'not-done';
  if (me === undefined) return 'nobody';
  const isOwnTick = !node.completedBy && (tick.author === undefined ? tick.isFromHere : tick.author === me);
  if (isOwnTick || claimants(node).has(me)) return 'own';
  return ownConfirmation(node, snapshot) ? 'confirmed' : undefined;
}

/** The confirmation of the present claim by the person at the keyboard. */
export function ownConfirmation(node: GoalNode, snapshot: Snapshot): RecordNode | undefined {
  return validConfirmations(node, snapshot).find(({ author }) => author === snapshot.me);
}

/** What confirming writes; `confirmationRefusal` comes first. */
export function planConfirmation(node: GoalNode, snapshot: Snapshot, random: Random): RecordPlan {
  const { goal, scope } = node;
  const claimed = goal.statusChanged === undefined ? undefined : new Date(goal.statusChanged).toISOString();
  return planAdd(
    { kind: confirmationKind, values: { goal: goal.id, by: snapshot.me, claimed }, scope },
    snapshot,
    random,
  );
}

/** The stamp under which the file says that the goal is done. */
export function statusStamp({ goal, source }: GoalNode, snapshot: Snapshot): string | undefined {
  const record = documentAt(snapshot, source)?.records.get(goal.id);
  return isObject(record) ? effectiveStamp(record, 'status') : undefined;
}

/** The four characters of the clone that made a stamp. */
export function replicaOf(stamp: string | undefined): string | undefined {
  return parseStamp(stamp)?.replica;
}
