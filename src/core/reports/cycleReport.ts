import type { GoalStatus } from '../model/goal';
import { escapeMarkdown, oneLine } from '../text/safeText';
import { openBlockers } from '../followUp/blockers';
import { isClosed } from '../snapshot/goalStanding';
import { carriedFrom, cycleOutline, goalsByCycle } from '../okr/cycleOutline';
import type { Cycle } from '../snapshot/cycles';
import { cycleOf } from '../snapshot/cycles';
import type { Say } from '../text/fillText';
import { measureText, outlookText } from '../okr/okrTexts';
import type { Outlook } from '../okr/outlook';
import { outlookOf } from '../okr/outlook';
import { proposedScore } from '../okr/score';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Outcome of a cycle, as `cycle report --json` prints it. */
export interface CycleReport {
  readonly cycle: Cycle;
  /** Key results without an objective of the cycle above them stand by themselves. */
  readonly objectives: readonly CycleObjective[];
}

export interface CycleLine {
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
  /** `120 → 95 of 80 ms`; null without a measure. */
  readonly measure: string | null;
  readonly outlook: Outlook | null;
  readonly learned: string | null;
  /** Notes of the open blockers. */
  readonly blockers: readonly string[];
}

export interface CycleObjective extends CycleLine {
  readonly keyResults: readonly CycleLine[];
}

/** Reports the outcome of a cycle. @param say puts texts into the language of the reader. */
export function cycleReport(cycle: Cycle, snapshot: Snapshot, say: Say): CycleReport {
  const carried = carriedFrom(cycle, snapshot);
  const goals = goalsByCycle(snapshot).get(cycle.id) ?? [];
  const lineOf = (node: GoalNode): CycleLine => cycleFacts(node, carried.has(node.goal.id), snapshot, say);
  const objectives = cycleOutline(cycle, goals, snapshot).map(({ node, keyResults }) => ({
    ...lineOf(node),
    keyResults: keyResults.map(lineOf),
  }));
  return { cycle, objectives };
}

/** Gathers the facts about one goal. @param isCarried true if it went on to another cycle when the reported one was closed. */
export function cycleFacts(node: GoalNode, isCarried: boolean, snapshot: Snapshot, say: Say): CycleLine {
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
    measure: measure ? measureText(measure, say) : null,
    outlook: isCarried ? null : (outlookOf(node, snapshot) ?? null),
    learned: more.learned ?? null,
    blockers: openBlockers(goal.id, snapshot).map(({ values }) => values.note ?? ''),
  };
}

/** Fixed words of the report, in English; keys of the l10n bundle. */
export const CYCLE_TEXTS = {
  closed: 'Closed on {0}',
  open: 'Not closed yet',
  nothing: 'No objectives in this cycle.',
  score: 'Score: {0}',
  proposed: 'Score: {0} (proposed)',
  outcome: 'Outcome: {0}',
  carried: 'carried over to {0}',
  measure: 'Measure: {0}',
  owner: 'Owner: {0}',
  outlook: 'Outlook: {0}',
  learned: 'Learned: {0}',
  blocker: 'In the way: {0}',
} as const;

const LONGEST = 1000;

/** Formats the report as Markdown and escapes all text that people wrote. */
export function cycleMarkdown({ cycle, objectives }: CycleReport, say: Say): string {
  const { title, from, to, closed } = cycle;
  const lines = [
    `# ${cell(title)}`,
    '',
    `${from} – ${to} · ${closed === undefined ? say(CYCLE_TEXTS.open) : say(CYCLE_TEXTS.closed, closed)}`,
    '',
    ...(objectives.length === 0 ? [say(CYCLE_TEXTS.nothing)] : []),
    ...objectives.flatMap((line) => [
      ...lineMarkdown(line, '##', say),
      ...line.keyResults.flatMap((each) => lineMarkdown(each, '###', say)),
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function lineMarkdown(line: CycleLine, level: string, say: Say): string[] {
  const facts = factTexts(line, say).map((fact) => `- ${fact}`);
  return [`${level} ${cell(line.title)}`, '', ...facts, ''];
}

function factTexts(line: CycleLine, say: Say): string[] {
  const { score, isScoreGiven, carriedTo, status, measure, owner, outlook, learned, blockers } = line;
  const outcome = carriedTo === null ? say(status) : say(CYCLE_TEXTS.carried, cell(carriedTo));
  return [
    ...(score === null ? [] : [say(isScoreGiven ? CYCLE_TEXTS.score : CYCLE_TEXTS.proposed, score.toFixed(2))]),
    say(CYCLE_TEXTS.outcome, outcome),
    ...(measure === null ? [] : [say(CYCLE_TEXTS.measure, cell(measure))]),
    ...(owner === null ? [] : [say(CYCLE_TEXTS.owner, cell(owner))]),
    ...(outlook === null ? [] : [say(CYCLE_TEXTS.outlook, cell(outlookText(outlook, say)))]),
    ...(learned === null ? [] : [say(CYCLE_TEXTS.learned, cell(learned))]),
    ...blockers.map((note) => say(CYCLE_TEXTS.blocker, cell(note))),
  ];
}

function cell(text: string): string {
  return escapeMarkdown(oneLine(text, LONGEST));
}
