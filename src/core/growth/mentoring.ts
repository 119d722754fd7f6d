import { assessmentKind } from '../model/assessment';
import { blockerKind } from '../model/blocker';
import { checkInKind } from '../model/checkIn';
import { feedbackKind } from '../model/feedback';
import { openBlockers } from '../followUp/blockers';
import { isClosed } from '../snapshot/goalStanding';
import { isMentoredBy } from './isMentoredBy';
import { isOf } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

/** Highest confidence at which a check-in asks for advice. */
const LOW_CONFIDENCE = 2;

/** Advice that a mentor owes. advise: somebody whom they mentor has said something that asks for advice, and got none since. */
export interface MentorWaiting {
  readonly what: 'advise';
  readonly goal: string;
  /** Id of the record that asks for advice. */
  readonly record: string;
  readonly since: number | undefined;
}

/**
 * Returns the team goals that wait for this mentor: since the mentor's last feedback there, somebody assessed themselves, reported a
 * blocker that still stands, checked in with low confidence, or asked. A mentor sees personal goals only once they are shared.
 */
export function adviceAwaited(snapshot: Snapshot, me: string): readonly MentorWaiting[] {
  return [...snapshot.goals.values()].flatMap((node): MentorWaiting[] => {
    if (node.scope !== 'team' || isClosed(node) || !isMentoredBy(node, me)) return [];
    const asking = unadvised(node, snapshot, me);
    return asking ? [{ what: 'advise', goal: node.goal.id, record: asking.id, since: asking.created }] : [];
  });
}

/** Returns who may advise on a goal, by address with their names: anybody but its owner. */
export function possibleMentors({ goal }: GoalNode, { people, me }: Snapshot): readonly (readonly [string, string])[] {
  const learner = goal.owner ?? me;
  return [...people].filter(([id]) => id !== learner);
}

/** Returns the first record that still asks for advice. */
function unadvised({ goal }: GoalNode, snapshot: Snapshot, me: string): RecordNode | undefined {
  const said = snapshot.recordsByGoal.get(goal.id) ?? [];
  const advised = said.findLast((node) => isOf(node, feedbackKind) && node.author === me)?.created ?? 0;
  const standing = new Set(openBlockers(goal.id, snapshot).map(({ id }) => id));
  return said.find((node) => (node.created ?? 0) > advised && asksForAdvice(node, standing) && authorOf(node) !== me);
}

function asksForAdvice(node: RecordNode, standing: ReadonlySet<string>): boolean {
  if (isOf(node, assessmentKind)) return true;
  if (isOf(node, blockerKind)) return standing.has(node.id);
  if (isOf(node, checkInKind)) return (node.values.confidence ?? Infinity) <= LOW_CONFIDENCE;
  if (!isOf(node, feedbackKind)) return false;
  const { type, state, replyTo } = node.values;
  return replyTo === undefined && state === 'open' && (type === 'comment' || type === 'concern');
}

/** Returns the author of a record; a blocker has no author field, because anybody may clear it. */
function authorOf(node: RecordNode): string | undefined {
  return isOf(node, blockerKind) ? node.values.by?.toLowerCase() : node.author;
}
