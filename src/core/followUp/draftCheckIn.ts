import type { LinkedCommit } from '../snapshot/linkedCommit';
import { oneLine } from '../text/safeText';
import type { BlockerNode } from './blockers';
import { blockedSince, openBlockers } from './blockers';
import { lastCheckIn } from './checkInsDue';
import { changeText, measuredOf } from './measured';
import { withDescendants } from '../snapshot/descendants';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Draft of a check-in: news since the person's last one, from their own commits and ticks only. */
export interface CheckInDraft {
  /** Titles of goals and subjects of commits, each once. */
  readonly done: readonly string[];
  readonly inFlight: readonly string[];
  readonly blocked: readonly DraftedBlocker[];
  /** What the number of the check-in changes, such as `10 → 2 ms`. */
  readonly measure?: string | undefined;
  /** Confidence of their last check-in, 1 to 5. */
  readonly confidence: number | undefined;
}

export interface DraftedBlocker {
  readonly note: string;
  /** Person whom it waits for. */
  readonly needs: string | undefined;
  /** ISO day. */
  readonly since: string | undefined;
}

const LONGEST = 80;

/** @param value number that the check-in tells. */
export function draftCheckIn(node: GoalNode, person: string, snapshot: Snapshot, value?: number): CheckInDraft {
  const measured = value === undefined ? undefined : measuredOf(node.goal.id, snapshot);
  const last = lastCheckIn(node.goal.id, person, snapshot);
  // Commit dates are in whole seconds: a commit of the same second is told twice rather than never.
  const since = Math.floor((last?.created ?? 0) / 1000) * 1000;
  const nodes = withDescendants(node.goal.id, snapshot);
  const parts = nodes.map((each) => draftOf(each, person, since, each === node, snapshot));
  return {
    done: distinct(parts.flatMap(({ done }) => done)),
    inFlight: distinct(parts.flatMap(({ inFlight }) => inFlight)),
    blocked: nodes
      .filter((each) => each === node || each.goal.owner === person)
      .flatMap(({ goal }) => openBlockers(goal.id, snapshot).map((each) => draftedBlocker(each, snapshot))),
    confidence: last?.values.confidence,
    ...(measured === undefined || value === undefined ? {} : { measure: changeText(measured, value) }),
  };
}

function draftOf(
  node: GoalNode,
  person: string,
  since: number,
  isAsked: boolean,
  { active }: Snapshot,
): Pick<CheckInDraft, 'done' | 'inFlight'> {
  const { goal } = node;
  const all = node.commits.filter((commit) => isOf(commit, person));
  const own = all.filter(({ date }) => date >= since).reverse();
  const isOwn = goal.owner === person || all.length > 0 || node.scope === 'personal';
  if (goal.status === 'done' && isOwn && (goal.statusChanged ?? 0) >= since)
    return { done: [goal.title], inFlight: [] };
  const isUnderWay = goal.status === 'open' && (own.length > 0 || (goal.id === active && goal.owner === person));
  if (isUnderWay && !isAsked) return { done: [], inFlight: [goal.title] };
  // Work that has no smaller goal of its own is told by its commits.
  const subjects = (isHere: boolean): string[] =>
    own.filter(({ state }) => (state !== 'branch') === isHere).map(({ subject }) => subject);
  return { done: subjects(true), inFlight: subjects(false) };
}

function isOf({ author, coAuthors = [] }: LinkedCommit, person: string): boolean {
  return [author, ...coAuthors].some(({ email }) => email === person);
}

function draftedBlocker(node: BlockerNode, { calendar }: Snapshot): DraftedBlocker {
  const { note = node.id, needs } = node.values;
  return { note, needs, since: blockedSince(node, calendar) };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => oneLine(text, LONGEST)))];
}
