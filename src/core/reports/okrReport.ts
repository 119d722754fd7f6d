import type { Ambition, GoalStatus } from '../model/goal';
import { oneLine } from '../text/safeText';
import { goalsByAgreement } from '../okr/relationMap';
import type { RelationReport, GoalName } from './relationReport';
import { relationReport, namesOf } from './relationReport';
import { isClosedStatus } from '../snapshot/goalStanding';
import { groupedBy } from '../snapshot/groupedBy';
import { contributorFinder } from '../commits/contributors';
import { goalsByCycle } from '../okr/cycleOutline';
import type { CycleFacts, PlacedFacts } from '../okr/cycleFacts';
import { cycleFactsFor } from '../okr/cycleFacts';
import { keptFacts } from '../okr/keptReport';
import type { ReadingSeries } from '../okr/readingSeries';
import { cycleLine } from './cycleReport';
import type { Cycle } from '../snapshot/cycles';
import { cyclesOf } from '../snapshot/cycles';
import type { Say } from '../text/fillText';
import { outlookText } from '../okr/okrTexts';
import type { OutlookState } from '../okr/outlook';
import { confidenceOf } from '../okr/outlook';
import { recordLine } from '../snapshot/recordNode';
import { ambitionOf } from '../okr/score';
import { charterServed } from '../okr/unalignedGoals';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Objectives as the team panel shows them: plain data that survives a message. All of it is empty for a team without any. */
export interface OkrReport extends RelationReport {
  /** Open cycles by first day, then closed ones, latest first; goals without a cycle come last. */
  readonly cycles: readonly OkrCycle[];
}

export interface OkrCycle {
  /** Null for goals that belong to no cycle. */
  readonly cycle: {
    readonly id: string;
    readonly title: string;
    /** Both ISO days. */
    readonly from: string;
    readonly to: string;
    /** ISO day on which the cycle was closed. */
    readonly closed: string | null;
  } | null;
  /** Open objectives come first. */
  readonly objectives: readonly OkrObjective[];
}

export interface OkrObjective extends OkrLine {
  readonly keyResults: readonly OkrLine[];
  /** Goals that serve it by agreement. */
  readonly agreed: readonly GoalName[];
  /** Authors of the commits below it, by name. */
  readonly contributors: readonly string[];
}

export interface OkrLine extends GoalName {
  readonly kind: 'objective' | 'keyResult';
  readonly status: GoalStatus;
  readonly owner: string | null;
  /** Ambition of an objective, or of a key result that stands by itself; null for any other. */
  readonly ambition: Ambition | null;
  /** `120 → 95 of 80 ms`; null without a measure. */
  readonly measure: string | null;
  /** 1 to 5. */
  readonly confidence: number | null;
  /** The outlook's word with its reasons; null for a closed goal. */
  readonly outlook: { readonly state: OutlookState; readonly text: string } | null;
  /** 0 to 1: the score that was given, or for a closed goal the one that the figures propose; null before that. */
  readonly score: number | null;
  readonly isScoreGiven: boolean;
  /** Title of the cycle that it was carried over to. */
  readonly carriedTo: string | null;
  readonly learned: string | null;
  /** Parts of the charter that it serves. */
  readonly serves: string | null;
  /** What was measured of it; null before the second reading. */
  readonly readings: ReadingSeries | null;
  /** True if the line is what its cycle kept when it was closed, whatever changed since. */
  readonly isKept: boolean;
}

const MAX_CYCLES = 12;
const MAX_OBJECTIVES = 100;
const MAX_KEY_RESULTS = 50;
const MAX_NAMES = 100;
const MAX_LINE = 300;
const MAX_NAME = 100;

const NOTHING: OkrReport = {
  charter: [],
  cycles: [],
  asked: [],
  unaligned: [],
  dependencies: [],
  supports: [],
  conflicts: [],
  tensions: [],
  dependencyCircles: [],
  circles: [],
};

/** Reports on the team's objectives. @param say puts texts into the language of the reader. */
export function okrReport(snapshot: Snapshot, say: Say): OkrReport {
  const relation = relationReport(snapshot, say);
  const cycles = okrCycles(snapshot, say);
  const { charter, dependencies, supports, conflicts, tensions } = relation;
  const isUsed = [charter, cycles, dependencies, supports, conflicts, tensions].some((lines) => lines.length > 0);
  return isUsed ? { ...relation, cycles } : NOTHING;
}

function okrCycles(snapshot: Snapshot, say: Say): OkrCycle[] {
  const cycles = cyclesOf(snapshot).filter(({ id }) => snapshot.records.get(id)?.scope === 'team');
  const open = cycles.filter(({ closed }) => closed === undefined);
  const closed = cycles.filter((cycle) => cycle.closed !== undefined).reverse();
  const goals = goalsByCycle(snapshot);
  const about = { agreed: goalsByAgreement(snapshot), contributorsOf: contributorFinder(snapshot, MAX_NAMES) };
  const isWithout = (goals.get(undefined)?.length ?? 0) > 0;
  return [...[...open, ...closed].slice(0, MAX_CYCLES), ...(isWithout ? [undefined] : [])].map((cycle) => ({
    cycle: cycle ? saidCycle(cycle) : null,
    objectives: objectivesOf(cycle, goals.get(cycle?.id) ?? [], about, snapshot, say),
  }));
}

function saidCycle({ id, title, from, to, closed }: Cycle): NonNullable<OkrCycle['cycle']> {
  return { id, title: oneLine(title, MAX_LINE), from, to, closed: closed ?? null };
}

/** Data that is computed once for all objectives. */
interface AboutObjectives {
  readonly agreed: ReadonlyMap<string, readonly GoalNode[]>;
  readonly contributorsOf: (id: string) => readonly string[];
}

function objectivesOf(
  cycle: Cycle | undefined,
  goals: readonly GoalNode[],
  about: AboutObjectives,
  snapshot: Snapshot,
  say: Say,
): OkrObjective[] {
  const kept = cycle && keptFacts(cycle, snapshot);
  const placed = (kept ?? cycleFactsFor(cycle, snapshot, goals)).toSorted((a, b) => rankOf(a) - rankOf(b));
  const below = groupedBy(placed, ({ above }) => above);
  const linesAt = (above: string | null, most: number): OkrLine[] =>
    (below.get(above) ?? [])
      .slice(0, most)
      .map(({ facts }) => okrLine(facts, { cycle, isKept: kept !== undefined }, snapshot, say));
  return linesAt(null, MAX_OBJECTIVES).map((line) => ({
    ...line,
    ambition: ambitionAt(line.id, snapshot),
    keyResults: linesAt(line.id, MAX_KEY_RESULTS),
    agreed: namesOf(about.agreed.get(line.id) ?? []),
    contributors: about.contributorsOf(line.id),
  }));
}

/** Open goals come first. */
function rankOf({ facts }: PlacedFacts): number {
  return Number(isClosedStatus(facts.status));
}

function ambitionAt(id: string, snapshot: Snapshot): Ambition | null {
  const node = snapshot.goals.get(id);
  return node ? ambitionOf(node, snapshot) : null;
}

function okrLine(
  facts: CycleFacts,
  { cycle, isKept }: { readonly cycle: Cycle | undefined; readonly isKept: boolean },
  snapshot: Snapshot,
  say: Say,
): OkrLine {
  const { id, title, owner, carriedTo, score, isScoreGiven, measure, outlook, learned, status } = cycleLine(facts, say);
  const node = snapshot.goals.get(id);
  const served = node ? charterServed(node.goal, snapshot).map((each) => recordLine(each, snapshot)) : [];
  const line = (text: string | null): string | null => (text === null ? null : oneLine(text, MAX_LINE));
  // The figures of a goal that is still open may change.
  const isFinal = isScoreGiven || isClosedStatus(status) || cycle?.closed !== undefined;
  return {
    id,
    title: oneLine(title, MAX_LINE),
    kind: facts.kind,
    status,
    owner: owner === null ? null : oneLine(owner, MAX_NAME),
    ambition: null,
    measure: line(measure),
    confidence: (node && !isKept ? confidenceOf(node, snapshot) : undefined) ?? null,
    outlook: outlook && { state: outlook.state, text: oneLine(outlookText(outlook, say), MAX_LINE) },
    score: isFinal ? score : null,
    isScoreGiven,
    carriedTo: line(carriedTo),
    learned: line(learned),
    serves: line(served.length === 0 ? null : served.join(' · ')),
    readings: facts.series.find((each) => each.title === null && each.readings.length > 1) ?? null,
    isKept,
  };
}
