import type { Change } from '../document/change';
import { isClosed } from '../snapshot/goalStanding';
import type { GoalStatus } from '../model/goal';
import type { PlacedFacts } from './cycleFacts';
import { cycleFactsFor } from './cycleFacts';
import type { Cycle } from '../snapshot/cycles';
import { cycleOf } from '../snapshot/cycles';
import { keptText } from './keptReport';
import type { FileChanges, Reopened } from './reopenCycle';
import { reopenedCycle, undoText } from './reopenCycle';
import { collapseSpace, oneLine } from '../text/safeText';
import { fromAbove } from '../snapshot/fromAbove';
import { setField, setMembers, setStatus } from '../changes/goalActions';
import { groupedBy } from '../snapshot/groupedBy';
import { endingChange } from '../followUp/learnedChange';
import { counts } from '../snapshot/progress';
import { isSuccess, proposedScore } from './score';
import { ownScore, scoreRefusal } from './scoreRule';
import type { Refusal } from '../changes/refusal';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Ending of an objective or key result when its cycle is closed. keep: it ends with the cycle, done or missed. */
export type Ending = 'keep' | 'carry' | 'drop';

export interface Decision {
  /** 0 to 1. */
  readonly score: number;
  readonly ending: Ending;
  /** Lesson from a miss; empty removes the lesson, undefined leaves it. */
  readonly learned?: string | undefined;
  /** Reason for dropping it; undefined leaves the one it has. */
  readonly reason?: string | undefined;
}

export type CyclePlan = { readonly edits: readonly FileChanges[] } | Refusal;
export type ReopenPlan = Reopened | Refusal;

/** Reasons why a cycle cannot be closed, in English; keys of the l10n bundle. */
export const CLOSING_REFUSALS = {
  closed: 'This cycle is closed already.',
  open: 'This cycle is not closed.',
  forgotten: 'What closing this cycle changed was not kept; it cannot be opened again.',
  next: 'Say to which other open cycle it goes on.',
  early: 'This cycle begins on {0}: give it other days, or remove it, if it does not take place.',
  facilitator: 'Only {0}, who facilitates this cycle, closes it or opens it again.',
  noLesson: 'Missed, and nothing says what was learned: {0}',
  noReason: 'Dropped, and nothing says why: {0}',
} as const;

/** Returns the objectives and key results of a cycle in tree order, but each key result before its objective, whose score it gives. */
export function goalsOfCycle(cycle: string, snapshot: Snapshot): readonly GoalNode[] {
  const found: GoalNode[] = [];
  const pending = [...snapshot.teamRoots].reverse();
  const entered = new Set<string>();
  for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
    const node = snapshot.goals.get(id);
    if (node && !entered.has(id)) {
      entered.add(id);
      for (const child of node.children.toReversed()) pending.push(child);
      continue;
    }
    pending.pop();
    const isMeasured = node?.goal.kind === 'objective' || node?.goal.kind === 'keyResult';
    if (node && isMeasured && cycleOf(node, snapshot)?.id === cycle) found.push(node);
  }
  return found;
}

/** Proposes the score that the figures say. A success ends here; any other goal is carried on if there is a next cycle. */
export function proposeDecision(
  node: GoalNode,
  snapshot: Snapshot,
  given: ReadonlyMap<string, number>,
  hasNext: boolean,
): Decision {
  const score = given.get(node.goal.id) ?? ownScore(node, snapshot) ?? proposedScore(node, snapshot, given);
  return { score, ending: isSuccess(score, node, snapshot) || !hasNext ? 'keep' : 'carry' };
}

/** Returns the status of a goal that is kept with that score. */
export function endStatus(score: number, node: GoalNode, snapshot: Snapshot): 'done' | 'missed' {
  return isSuccess(score, node, snapshot) ? 'done' : 'missed';
}

/** Refuses to close a cycle whatever becomes of its goals; whoever is to decide about them is told before. */
export function whyNotClosed(cycle: Cycle, snapshot: Snapshot): Refusal | undefined {
  if (cycle.closed !== undefined) return { problem: CLOSING_REFUSALS.closed };
  if (cycle.from > snapshot.calendar.today) return { problem: CLOSING_REFUSALS.early, about: [cycle.from] };
  return whyNotFacilitated(cycle, snapshot);
}

/** Refuses what only the facilitator of a cycle does, where it has one. */
function whyNotFacilitated({ facilitator }: Cycle, { me, people }: Snapshot): Refusal | undefined {
  if (facilitator === undefined || facilitator === me) return undefined;
  return { problem: CLOSING_REFUSALS.facilitator, about: [people.get(facilitator) ?? facilitator] };
}

/** Plans opening a closed cycle again, as whoever may close it. */
export function planReopenCycle(cycle: Cycle, snapshot: Snapshot): ReopenPlan {
  if (cycle.closed === undefined) return { problem: CLOSING_REFUSALS.open };
  return (
    whyNotFacilitated(cycle, snapshot) ?? reopenedCycle(cycle, snapshot) ?? { problem: CLOSING_REFUSALS.forgotten }
  );
}

/**
 * Plans closing a cycle: each of its objectives and key results gets a score; those still open end, go on or are dropped.
 * @param decisions by id; goals that they leave out are kept with the score that the figures say.
 * @param next the cycle that carried goals go on to.
 */
export function planCloseCycle(
  cycle: Cycle,
  decisions: ReadonlyMap<string, Decision>,
  next: Cycle | undefined,
  snapshot: Snapshot,
): CyclePlan {
  const refusal = whyNotClosed(cycle, snapshot);
  if (refusal) return refusal;
  const nodes = goalsOfCycle(cycle.id, snapshot);
  const scores = new Map([...decisions].map(([id, { score }]) => [id, score]));
  const decided = nodes.map((node) => {
    const known = decisions.get(node.goal.id) ?? proposeDecision(node, snapshot, scores, false);
    scores.set(node.goal.id, known.score);
    return { node, ...known };
  });
  const unsaid = wrongScore(decided, snapshot) ?? unexplained(decided, snapshot);
  if (unsaid) return unsaid;
  const carried = new Set(
    decided.flatMap(({ node, ending }) => (ending === 'carry' && !isClosed(node) ? [node.goal.id] : [])),
  );
  if (carried.size > 0 && (!next || next.id === cycle.id || next.closed !== undefined)) {
    return { problem: CLOSING_REFUSALS.next };
  }
  const closing = { cycle, next, carried, isBelowCarried: belowCarried(carried), snapshot };
  return { edits: closingEdits(decided, closing) };
}

type Decided = Decision & { readonly node: GoalNode };

/** Returns what closing writes into the goals and into the cycle, one edit for each file. */
function closingEdits(decided: readonly Decided[], closing: Closing): FileChanges[] {
  const { cycle, carried, snapshot } = closing;
  const ends = decided.map((each) => ({ path: each.node.source, changes: endOf(each, closing) }));
  const own = {
    path: snapshot.records.get(cycle.id)?.source ?? '',
    changes: [
      ...setMembers(cycle.id, 'carried', [], [...carried]),
      setField(cycle.id, 'closed', snapshot.calendar.today),
      setField(cycle.id, 'report', keptText(reportAfter(decided, closing))),
      setField(cycle.id, 'undo', undoText(ends, snapshot)),
    ],
  };
  const byPath = [...groupedBy([...ends, own], ({ path }) => path)];
  return byPath.map(([path, parts]) => ({ path, changes: parts.flatMap(({ changes }) => changes) }));
}

/** Refuses scores that are not for whoever closes the cycle to give. */
function wrongScore(decided: readonly Decided[], snapshot: Snapshot): Refusal | undefined {
  const open = decided.filter(({ node }) => !isClosed(node));
  return open.map(({ node, score }) => scoreRefusal(node, score, snapshot)).find((refusal) => refusal !== undefined);
}

/** Refuses to close while a goal ends missed without a lesson, or is dropped without a reason; names those goals. */
function unexplained(decided: readonly Decided[], snapshot: Snapshot): Refusal | undefined {
  const named = (isMeant: (each: Decided) => boolean): string =>
    decided
      .filter(isMeant)
      .map(({ node }) => `"${oneLine(node.goal.title, 100)}"`)
      .join(', ');
  const missed = named((each) => endedAs(each, snapshot) === 'missed' && lacks(each, 'learned'));
  if (missed !== '') return { problem: CLOSING_REFUSALS.noLesson, about: [missed] };
  const dropped = named(
    (each) => endedAs(each, snapshot) === 'dropped' && !isClosed(each.node) && lacks(each, 'reason'),
  );
  return dropped === '' ? undefined : { problem: CLOSING_REFUSALS.noReason, about: [dropped] };
}

function lacks(decided: Decided, field: 'learned' | 'reason'): boolean {
  return collapseSpace(decided[field] ?? decided.node.goal.more[field] ?? '') === '';
}

/** Returns the status that a goal ends with; that of a carried goal stays open. */
export function endedAs({ node, score, ending }: Decided, snapshot: Snapshot): GoalStatus {
  if (isClosed(node) || ending === 'carry') return node.goal.status;
  return ending === 'drop' ? 'dropped' : endStatus(score, node, snapshot);
}

/** What closing a cycle writes into a goal, for whoever is asked whether it may. */
export interface ShownEnding {
  readonly status: GoalStatus;
  readonly isCarried: boolean;
  /** Undefined for a goal that is given up. */
  readonly score: number | undefined;
  /** Field with the lesson or the reason that this ending asks for. */
  readonly field: 'learned' | 'reason' | undefined;
  /** What stands there, or the lesson that is given unasked; empty if nothing is. */
  readonly said: string;
}

export function shownEnding(node: GoalNode, decision: Decision, snapshot: Snapshot): ShownEnding {
  const { goal } = node;
  const status = endedAs({ node, ...decision }, snapshot);
  const isCarried = decision.ending === 'carry' && !isClosed(node);
  const asked = status === 'missed' ? 'learned' : status === 'dropped' ? 'reason' : undefined;
  const field = isCarried ? undefined : asked;
  // A lesson may be given also where none is asked for, as with a goal that goes on.
  const said = collapseSpace(
    field === undefined ? (decision.learned ?? '') : (decision[field] ?? goal.more[field] ?? ''),
  );
  return { status, isCarried, score: status === 'dropped' ? undefined : decision.score, field, said };
}

/** Returns the report as it will stand when the decisions are written; outlook, breaches and the rest are those of now. */
function reportAfter(decided: readonly Decided[], { cycle, next, snapshot }: Closing): readonly PlacedFacts[] {
  const byId = new Map(decided.map((each) => [each.node.goal.id, each]));
  return cycleFactsFor(cycle, snapshot).map(({ above, facts }) => {
    const each = byId.get(facts.id);
    if (!each) return { above, facts };
    const status = endedAs(each, snapshot);
    const isCarried = each.ending === 'carry' && !isClosed(each.node);
    const said = (field: 'learned' | 'reason'): string | null =>
      collapseSpace(each[field] ?? facts[field] ?? '') || null;
    const isGiven = status !== 'dropped' && counts(each.node.goal);
    const after = {
      status,
      carriedTo: isCarried ? (next?.title ?? null) : null,
      score: isGiven ? (isClosed(each.node) ? facts.score : each.score) : null,
      isScoreGiven: isGiven,
      learned: said('learned'),
      reason: status === 'dropped' ? said('reason') : null,
    };
    return { above, facts: { ...facts, ...after } };
  });
}

interface Closing {
  readonly cycle: Cycle;
  readonly next: Cycle | undefined;
  readonly carried: ReadonlySet<string>;
  readonly isBelowCarried: (node: GoalNode, snapshot: Snapshot) => boolean;
  readonly snapshot: Snapshot;
}

function endOf({ node, score, ending, learned, reason }: Decided, closing: Closing): Change[] {
  const { id, more } = node.goal;
  const { next, carried, snapshot } = closing;
  const isMoved = more.cycle === undefined && closing.isBelowCarried(node, snapshot);
  // A goal that ends in this cycle below one that goes on must name the cycle itself.
  const stays = isMoved ? [setField(id, 'cycle', closing.cycle.id)] : [];
  const lesson = learned === undefined ? [] : endingChange(node.goal, 'learned', learned);
  const why = reason === undefined ? [] : endingChange(node.goal, 'reason', reason);
  // A goal that ended before keeps its status; a goal that does not count has no score.
  if (isClosed(node)) {
    const scored = counts(node.goal) && more.score === undefined ? [setField(id, 'score', score)] : [];
    return [...scored, ...lesson, ...stays];
  }
  if (ending === 'drop') return [setStatus(id, 'dropped'), ...why, ...lesson, ...stays];
  const scored = setField(id, 'score', score);
  if (carried.has(id)) {
    return [scored, ...lesson, ...(isMoved ? [] : [setField(id, 'cycle', next?.id)])];
  }
  return [scored, setStatus(id, endStatus(score, node, snapshot)), ...lesson, ...stays];
}

/** Makes the rule that tells whether the cycle that a goal inherits is about to change. */
function belowCarried(carried: ReadonlySet<string>): (node: GoalNode, snapshot: Snapshot) => boolean {
  const isMoving = fromAbove<boolean>(
    ({ goal }, above = false) => carried.has(goal.id) || (above && goal.more.cycle === undefined),
  );
  return ({ parent }, snapshot) => isMoving(snapshot.goals.get(parent ?? ''), snapshot) === true;
}
