import type { GoalStatus } from '../model/goal';
import type { Measure } from '../model/metric';
import { milestoneKind } from '../model/milestone';
import { droppedReason, keptReason } from '../followUp/droppedReason';
import { openBlockers } from '../followUp/blockers';
import type { Cycle } from '../snapshot/cycles';
import { cycleOf } from '../snapshot/cycles';
import { isClosed } from '../snapshot/goalStanding';
import type { PactState } from '../snapshot/pactView';
import { recordsAt } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { carriedFrom, cycleOutline, goalsByCycle } from './cycleOutline';
import type { KpiBreach } from './kpis';
import { breachesOf } from './kpis';
import type { Outlook } from './outlook';
import { outlookOf } from './outlook';
import type { ReadingSeries } from './readingSeries';
import { seriesAbout } from './readingSeries';
import { proposedScore } from './score';

/** How an objective or key result stands in its cycle: plain data in no language, as a closed cycle keeps it. */
export interface CycleFacts {
  readonly id: string;
  readonly title: string;
  readonly kind: 'objective' | 'keyResult';
  readonly owner: string | null;
  readonly status: GoalStatus;
  /** Title of the cycle that it was carried over to; null if it stayed. */
  readonly carriedTo: string | null;
  /** 0 to 1: the score given at the close, or else the one that the figures propose; null for a dropped goal. */
  readonly score: number | null;
  readonly isScoreGiven: boolean;
  /** 0 to 1. */
  readonly progress: number;
  /** With the last value that was measured. */
  readonly measure: Measure | null;
  readonly outlook: Outlook | null;
  readonly learned: string | null;
  /** Why it was dropped. */
  readonly reason: string | null;
  /** Notes of the open blockers. */
  readonly blockers: readonly string[];
  readonly breaches: readonly KpiBreach[];
  readonly milestones: readonly CycleMilestone[];
  /** What was measured of it and of the KPIs that guard it, in the days of the cycle. */
  readonly series: readonly ReadingSeries[];
  /** Pacts directly below it. */
  readonly pacts: readonly CyclePact[];
}

export interface CyclePact {
  readonly title: string;
  readonly state: PactState;
  /** Why it counts as kept, what was learned, or why it was dropped. */
  readonly reason: string | null;
}

export interface CycleMilestone {
  readonly title: string;
  /** ISO day; null if it was not reached. */
  readonly reached: string | null;
}

/** Facts about a goal with their place in the report. */
export interface PlacedFacts {
  /** Id of the objective above; null at the top. */
  readonly above: string | null;
  readonly facts: CycleFacts;
}

/** Gathers the facts about all goals of a cycle, or of none, in the order of its report. @param goals what `goalsByCycle` has for it */
export function cycleFactsFor(
  cycle: Cycle | undefined,
  snapshot: Snapshot,
  goals = goalsByCycle(snapshot).get(cycle?.id) ?? [],
): readonly PlacedFacts[] {
  const carried = carriedFrom(cycle, snapshot);
  const placed = (node: GoalNode, above: string | null): PlacedFacts => ({
    above,
    facts: cycleFactsOf(node, { cycle, isCarried: carried.has(node.goal.id) }, snapshot),
  });
  return cycleOutline(cycle, goals, snapshot).flatMap(({ node, keyResults }) => [
    placed(node, null),
    ...keyResults.map((each) => placed(each, node.goal.id)),
  ]);
}

/** Place of a goal in a report. */
export interface InCycle {
  readonly cycle: Cycle | undefined;
  /** True if it went on to another cycle when the reported one was closed. */
  readonly isCarried: boolean;
}

/** Gathers the facts about one goal. */
export function cycleFactsOf(node: GoalNode, { cycle, isCarried }: InCycle, snapshot: Snapshot): CycleFacts {
  const { goal, measure, progress } = node;
  const { owner, status, more } = goal;
  const given = isCarried || isClosed(node) ? more.score : undefined;
  return {
    id: goal.id,
    title: goal.title,
    kind: goal.kind === 'objective' ? 'objective' : 'keyResult',
    owner: owner === undefined ? null : (snapshot.people.get(owner) ?? owner),
    status,
    carriedTo: isCarried ? (cycleOf(node, snapshot)?.title ?? null) : null,
    score: status === 'dropped' ? null : (given ?? proposedScore(node, snapshot)),
    isScoreGiven: given !== undefined,
    progress,
    measure: measure ?? null,
    outlook: isCarried ? null : (outlookOf(node, snapshot) ?? null),
    learned: more.learned ?? null,
    reason: droppedReason(node, snapshot) ?? null,
    blockers: openBlockers(goal.id, snapshot).map(({ values }) => values.note ?? ''),
    breaches: breachesOf(goal.id, snapshot),
    milestones: recordsAt(goal.id, milestoneKind, snapshot).map(({ values }) => ({
      title: values.title ?? '',
      reached: values.reached ?? null,
    })),
    series: seriesAbout(node, cycle, snapshot),
    pacts: node.children.flatMap((id) => pactFacts(id, snapshot)),
  };
}

function pactFacts(id: string, snapshot: Snapshot): CyclePact[] {
  const [node, pact] = [snapshot.goals.get(id), snapshot.pacts.get(id)];
  if (node?.scope !== 'team' || !pact) return [];
  const { title, status, more } = node.goal;
  const learned = status === 'missed' ? more.learned : undefined;
  const reason = keptReason(node, snapshot) ?? droppedReason(node, snapshot) ?? learned ?? null;
  return [{ title, state: pact.state, reason }];
}
