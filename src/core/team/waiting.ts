import { byCodeUnit } from '../document/json';
import { isProposedTo } from '../goals/acceptance';
import { alignmentsToAnswer } from '../okr/alignment';
import { unansweredFeedback } from '../feedback/feedbackThreads';
import type { FollowUpWaiting } from '../followUp/followUpWaiting';
import { blockersToClear, dueCheckIns, dueReviews } from '../followUp/followUpWaiting';
import type { Snapshot } from '../snapshot/snapshot';
import type { MentorWaiting } from '../growth/mentoring';
import { adviceAwaited } from '../growth/mentoring';
import type { PactWaiting } from '../pacts/pactWaiting';
import { pactsToSign, requestedResources } from '../pacts/pactWaiting';

/** Something that only the person at the keyboard can move on. */
export interface Waiting {
  readonly what: WaitingKind;
  /** The goal it is about; empty where it is about the whole. */
  readonly goal: string;
  /** The record it is about, where it is one. */
  readonly record?: string;
  /** Milliseconds since 1970: since when it waits; undefined where nobody knows. */
  readonly since: number | undefined;
}

/**
 * accept: a goal that others made for this person; feedback: what others said of a goal of theirs and nobody has answered; align:
 * others ask to serve an objective of theirs.
 */
export type WaitingKind =
  'accept' | 'feedback' | 'align' | PactWaiting['what'] | FollowUpWaiting['what'] | MentorWaiting['what'];

type WaitingRule = (snapshot: Snapshot, me: string) => readonly Waiting[];

/** One for each sort of thing that may wait for a person. */
const RULES: readonly WaitingRule[] = [
  goalsToAccept,
  pactsToSign,
  requestedResources,
  unansweredFeedback,
  objectivesToServe,
  dueCheckIns,
  blockersToClear,
  dueReviews,
  adviceAwaited,
];

/** What waits for the person at the keyboard, the longest first; nothing where git does not know who that is. */
export function waitingOnMe(snapshot: Snapshot): readonly Waiting[] {
  const { me } = snapshot;
  if (me === undefined) return [];
  return RULES.flatMap((rule) => rule(snapshot, me)).sort(byAge);
}

/** A goal made for somebody else stays proposed until that person accepts it. */
function goalsToAccept({ goals }: Snapshot, me: string): readonly Waiting[] {
  const proposed = [...goals.values()].filter((node) => isProposedTo(node, me));
  return proposed.map(({ goal }) => ({ what: 'accept', goal: goal.id, since: goal.statusChanged }));
}

function objectivesToServe(snapshot: Snapshot, me: string): readonly Waiting[] {
  return alignmentsToAnswer(snapshot, me).map(({ id, goal = '', created }) => ({
    what: 'align',
    goal,
    record: id,
    since: created,
  }));
}

function byAge(a: Waiting, b: Waiting): number {
  return (a.since ?? 0) - (b.since ?? 0) || byCodeUnit(a.goal, b.goal);
}
