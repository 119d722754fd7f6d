import { checkInKind } from '../model/checkIn';
import { kudosKind } from '../model/kudos';
import type { KindRule } from '../changes/kindRule';
import { readValues } from '../changes/recordActions';
import { isOf, recordsAt } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

/** Reasons why kudos may not be given, in English; keys of the l10n bundle. */
export const KUDOS_REFUSALS = {
  self: 'Kudos are for others.',
  commit: 'Name the commit by at least seven of its digits.',
  checkIn: 'That check-in is not of this goal.',
  noReward: 'Only a pact that names a reward has one to grant.',
  notKept: 'The reward of a pact is granted when it is kept.',
  granted: 'The reward of this pact is granted already.',
} as const;

const SHORT_NAME = /^[0-9a-f]{7,64}$/i;

/** Rule for new kudos: nobody thanks themselves; what they are for must exist; a reward is granted once, for a pact that was kept. */
export const kudosRule: KindRule = (values, snapshot) => {
  const { goal, to = {}, commit, checkIn, grants } = readValues(kudosKind, values);
  const node = snapshot.goals.get(goal ?? '');
  const people = Object.keys(to);
  const refused = (problem: string): ReturnType<KindRule> => Promise.resolve({ problem });
  if (people.length > 0 && people.every((id) => id === snapshot.me)) return refused(KUDOS_REFUSALS.self);
  const said = snapshot.records.get(checkIn ?? '');
  if (checkIn !== undefined && (!isOf(said, checkInKind) || said.goal !== goal)) return refused(KUDOS_REFUSALS.checkIn);
  if (commit !== undefined && !SHORT_NAME.test(commit)) return refused(KUDOS_REFUSALS.commit);
  const refusal = grants ? grantRefusal(node, snapshot) : undefined;
  if (refusal !== undefined) return refused(refusal);
  return Promise.resolve({ values: commit === undefined ? values : { ...values, commit: fullName(commit, node) } });
};

/** Returns the reward of a pact that was kept, if nobody has granted it yet. */
export function rewardToGrant(node: GoalNode | undefined, snapshot: Snapshot): string | undefined {
  return grantRefusal(node, snapshot) === undefined ? node?.goal.more.reward : undefined;
}

/** Returns the person whom kudos go to by default: the author of the commit or record, otherwise the owner of the goal. */
export function kudosReceiver(
  { goal, commits }: GoalNode,
  { commit, record }: { readonly commit?: string; readonly record?: RecordNode },
): string | undefined {
  const author = commits.find((each) => each.commit === commit)?.author.email.toLowerCase();
  return author ?? record?.author ?? goal.owner;
}

function grantRefusal(node: GoalNode | undefined, snapshot: Snapshot): string | undefined {
  if (node?.goal.kind !== 'pact' || node.goal.more.reward === undefined) return KUDOS_REFUSALS.noReward;
  if (node.goal.status !== 'done') return KUDOS_REFUSALS.notKept;
  const given = recordsAt(node.goal.id, kudosKind, snapshot);
  return given.some(({ values }) => values.grants) ? KUDOS_REFUSALS.granted : undefined;
}

function fullName(commit: string, node: GoalNode | undefined): string {
  const name = commit.toLowerCase();
  return node?.commits.find((each) => each.commit.startsWith(name))?.commit ?? name;
}
