import { checkInKind } from '../model/checkIn';
import type { GoalKind } from '../model/goal';
import type { Measure } from '../model/metric';
import { openBlockers } from '../followUp/blockers';
import { dayOf, momentDay } from '../snapshot/calendar';
import { isClosed } from '../snapshot/goalStanding';
import type { Cycle } from '../snapshot/cycles';
import { cycleOf, elapsedShare } from '../snapshot/cycles';
import { readingsOf } from '../snapshot/measure';
import type { KpiBreach } from './kpis';
import { breachesOf } from './kpis';
import { isSuccess, successOf } from './score';
import { recordsAt } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

export type OutlookState = 'onTrack' | 'atRisk' | 'offTrack';

/** Reason for an outlook: percents as people are shown them, the elapsed share from 0 to 1. */
export type OutlookReason =
  | ({ readonly code: 'kpi' } & KpiBreach)
  /** The latest value is worse than the start, or not at the level that is to be held. */
  | { readonly code: 'worse'; readonly measure: Measure }
  /** `over`: its time is up. */
  | { readonly code: 'pace' | 'over' | 'reached'; readonly percent: number; readonly elapsed: number }
  | { readonly code: 'confidence'; readonly confidence: number }
  | { readonly code: 'blocked'; readonly blockers: number }
  /** `off` of the `of` key results of an objective are off track. */
  | { readonly code: 'keyResults'; readonly off: number; readonly of: number }
  /** No time is set and nobody said how sure they are. */
  | { readonly code: 'unknown'; readonly percent: number };

export interface Outlook {
  readonly state: OutlookState;
  /** Reasons for that state, weightiest first; at least one. */
  readonly reasons: readonly [OutlookReason, ...OutlookReason[]];
}

/** Shares by which progress lags behind the elapsed time: more than the first is a risk, more than the second off track. */
const RISKY_LAG = 0.15;
const HOPELESS_LAG = 0.35;
/** Highest confidence, of 5, that is a risk. */
const UNSURE = 2;

const JUDGED: ReadonlySet<GoalKind> = new Set(['objective', 'keyResult']);

/** Returns how an open objective or key result will come out, as far as anybody can tell; undefined for other goals. */
export function outlookOf(node: GoalNode, snapshot: Snapshot): Outlook | undefined {
  if (!JUDGED.has(node.goal.kind) || node.goal.status !== 'open') return undefined;
  const verdicts = [
    ...breachesOf(node.goal.id, snapshot).map((breach) => verdict('offTrack', { code: 'kpi', ...breach })),
    ...keyResultsVerdict(node, snapshot),
    ...worseVerdict(node),
    ...paceVerdict(node, snapshot),
    ...confidenceVerdict(node, snapshot),
    ...blockerVerdict(node, snapshot),
  ];
  const state = (['offTrack', 'atRisk', 'onTrack'] as const).find((each) =>
    verdicts.some((said) => said.state === each),
  );
  const [first, ...rest] = verdicts.filter((said) => said.state === state).map(({ reason }) => reason);
  if (state === undefined || first === undefined) {
    return { state: 'onTrack', reasons: [{ code: 'unknown', percent: node.percent }] };
  }
  return { state, reasons: [first, ...rest] };
}

interface Verdict {
  readonly state: OutlookState;
  readonly reason: OutlookReason;
}

function verdict(state: OutlookState, reason: OutlookReason): Verdict {
  return { state, reason };
}

function worseVerdict({ measure }: GoalNode): readonly Verdict[] {
  return measure?.isWorse ? [verdict('atRisk', { code: 'worse', measure })] : [];
}

function paceVerdict(node: GoalNode, snapshot: Snapshot): readonly Verdict[] {
  const success = successOf(node, snapshot);
  const { progress, percent } = node;
  const elapsed = elapsedOf(node, snapshot);
  if (isSuccess(progress, node, snapshot))
    return [verdict('onTrack', { code: 'reached', percent, elapsed: elapsed ?? 0 })];
  if (elapsed === undefined) return [];
  if (elapsed >= 1) return [verdict('offTrack', { code: 'over', percent, elapsed })];
  // An aspirational goal has to cover only part of the way in the same time.
  const lag = elapsed * success - progress;
  const state = lag > HOPELESS_LAG ? 'offTrack' : lag > RISKY_LAG ? 'atRisk' : 'onTrack';
  return [verdict(state, { code: 'pace', percent, elapsed })];
}

/**
 * Returns the share of a goal's time that is gone. In a cycle it is the time of the cycle, whenever the goal was written down, and ends
 * earlier if the goal is due earlier. Without a cycle it begins on the day the goal was made, or that of an earlier reading.
 */
function elapsedOf(node: GoalNode, snapshot: Snapshot): number | undefined {
  const { due } = node.goal;
  const { today } = snapshot.calendar;
  const cycle = cycleOf(node, snapshot);
  if (cycle) return elapsedShare(isWithin(due, cycle) ? { from: cycle.from, to: due } : cycle, today);
  const from = beginningOf(node, snapshot);
  return due === undefined || from === undefined ? undefined : elapsedShare({ from, to: due }, today);
}

function isWithin(due: string | undefined, { from, to }: Cycle): due is string {
  return due !== undefined && due >= from && due < to;
}

function beginningOf({ goal }: GoalNode, snapshot: Snapshot): string | undefined {
  const { zone } = snapshot.calendar;
  const made = goal.created === undefined ? undefined : dayOf(goal.created, zone);
  const [first] = readingsOf(goal.id, snapshot);
  const measured = first && momentDay(first.at, zone);
  return made !== undefined && measured !== undefined && measured < made ? measured : made;
}

function confidenceVerdict(node: GoalNode, snapshot: Snapshot): readonly Verdict[] {
  const confidence = confidenceOf(node, snapshot);
  if (confidence === undefined) return [];
  const state = confidence > UNSURE ? 'onTrack' : confidence < UNSURE ? 'offTrack' : 'atRisk';
  return [verdict(state, { code: 'confidence', confidence })];
}

/** Returns how sure people are, 1 to 5: the latest confidence in a check-in, otherwise that of the goal itself. */
export function confidenceOf({ goal }: GoalNode, snapshot: Snapshot): number | undefined {
  const told = recordsAt(goal.id, checkInKind, snapshot).map(({ values }) => values.confidence);
  return told.findLast((confidence) => confidence !== undefined) ?? goal.more.confidence;
}

function blockerVerdict({ goal }: GoalNode, snapshot: Snapshot): readonly Verdict[] {
  const blockers = openBlockers(goal.id, snapshot).length;
  return blockers === 0 ? [] : [verdict('atRisk', { code: 'blocked', blockers })];
}

function keyResultsVerdict({ goal, children }: GoalNode, snapshot: Snapshot): readonly Verdict[] {
  if (goal.kind !== 'objective') return [];
  const below = children.flatMap((id) => snapshot.goals.get(id) ?? []);
  const results = below.filter((each) => each.goal.kind === 'keyResult' && !isClosed(each));
  const off = results.filter((each) => outlookOf(each, snapshot)?.state === 'offTrack').length;
  if (off === 0) return [];
  const state = off * 2 > results.length ? 'offTrack' : 'atRisk';
  return [verdict(state, { code: 'keyResults', off, of: results.length })];
}
