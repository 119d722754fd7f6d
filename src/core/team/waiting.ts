import { byCodeUnit } from '../document/json';
import { isProposedTo } from '../goals/acceptance';
import { relationsToAnswer } from '../okr/relations';
import { unansweredFeedback } from '../feedback/feedbackThreads';
import type { FollowUpWaiting } from '../followUp/followUpWaiting';
import { blockersToClear, dueCheckIns, dueReviews } from '../followUp/followUpWaiting';
import type { Snapshot } from '../snapshot/snapshot';
import type { MentorWaiting } from '../growth/mentoring';
import { adviceAwaited } from '../growth/mentoring';
import type { PactWaiting } from '../pacts/pactWaiting';
import { declinedProposals, pactsToSign, requestedResources } from '../pacts/pactWaiting';

/** Something that only the person at the keyboard can move on. */
export interface Waiting {
  readonly what: WaitingKind;
  /** Id of the goal it is about; empty if it is about the whole. */
  readonly goal: string;
  /** Id of the record it is about, if it is about one. */
  readonly record?: string;
  /** Time since which it waits, in milliseconds since 1970; undefined if nobody knows. */
  readonly since: number | undefined;
}

/**
 * Kinds of waiting. accept: a goal that others made for this person; feedback: an entry of others on one of their goals that nobody has
 * answered; align: a request of others to serve one of their objectives.
 */
export type WaitingKind =
  'accept' | 'feedback' | 'align' | PactWaiting['what'] | FollowUpWaiting['what'] | MentorWaiting['what'];

type WaitingRule = (snapshot: Snapshot, me: string) => readonly Waiting[];

/** Rules, one for each kind of thing that may wait for a person. */
const RULES: readonly WaitingRule[] = [
  goalsToAccept,
  pactsToSign,
  declinedProposals,
  requestedResources,
  unansweredFeedback,
  objectivesToServe,
  dueCheckIns,
  blockersToClear,
  dueReviews,
  adviceAwaited,
];

/** Returns what waits for the person at the keyboard, longest first; nothing if git does not know who that is. */
export function waitingOnMe(snapshot: Snapshot): readonly Waiting[] {
  const { me } = snapshot;
  if (me === undefined) return [];
  return RULES.flatMap((rule) => rule(snapshot, me)).sort(byAge);
}

/** Returns the goals proposed to this person; a goal made for somebody else stays proposed until that person accepts it. */
function goalsToAccept({ goals }: Snapshot, me: string): readonly Waiting[] {
  const proposed = [...goals.values()].filter((node) => isProposedTo(node, me));
  return proposed.map(({ goal }) => ({ what: 'accept', goal: goal.id, since: goal.statusChanged }));
}

function objectivesToServe(snapshot: Snapshot, me: string): readonly Waiting[] {
  return relationsToAnswer(snapshot, me).map(({ id, goal = '', created }) => ({
    what: 'align',
    goal,
    record: id,
    since: created,
  }));
}

function byAge(a: Waiting, b: Waiting): number {
  return (a.since ?? 0) - (b.since ?? 0) || byCodeUnit(a.goal, b.goal);
}
