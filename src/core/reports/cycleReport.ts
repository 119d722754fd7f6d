import { escapeMarkdown, oneLine } from '../text/safeText';
import type { CycleFacts, CyclePact } from '../okr/cycleFacts';
import { cycleFactsFor } from '../okr/cycleFacts';
import { keptFacts } from '../okr/keptReport';
import type { Cycle } from '../snapshot/cycles';
import { PACT_WORDS } from '../snapshot/pactView';
import { groupedBy } from '../snapshot/groupedBy';
import type { Say } from '../text/fillText';
import { breachText, measureText, outlookText } from '../okr/okrTexts';
import type { ReadingSeries } from '../okr/readingSeries';
import type { Snapshot } from '../snapshot/snapshot';
import { withUnit } from '../text/withUnit';

/** Outcome of a cycle, as `cycle report --json` prints it. */
export interface CycleReport {
  readonly cycle: Cycle;
  /** Key results without an objective of the cycle above them stand by themselves. */
  readonly objectives: readonly CycleObjective[];
}

export interface CycleLine extends Omit<CycleFacts, 'measure'> {
  /** `120 → 95 of 80 ms`; null without a measure. */
  readonly measure: string | null;
}

export interface CycleObjective extends CycleLine {
  readonly keyResults: readonly CycleLine[];
}

/** Reports the outcome of a cycle; a closed one keeps its report, whatever changes later. @param say puts texts into the language of the reader. */
export function cycleReport(cycle: Cycle, snapshot: Snapshot, say: Say): CycleReport {
  const facts = keptFacts(cycle, snapshot) ?? cycleFactsFor(cycle, snapshot);
  const placed = groupedBy(facts, ({ above }) => above);
  const linesAt = (above: string | null): CycleLine[] =>
    (placed.get(above) ?? []).map(({ facts }) => cycleLine(facts, say));
  return { cycle, objectives: linesAt(null).map((line) => ({ ...line, keyResults: linesAt(line.id) })) };
}

/** Returns the line about one goal. */
export function cycleLine(facts: CycleFacts, say: Say): CycleLine {
  const { measure } = facts;
  return { ...facts, measure: measure ? measureText(measure, say) : null };
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
  reason: 'Dropped because: {0}',
  blocker: 'In the way: {0}',
  reached: 'Milestone: {0}, reached on {1}',
  unreached: 'Milestone: {0}, not reached',
  measured: 'Measured: {0}',
  kpi: 'KPI {0}: {1}',
  reading: '{0} on {1}',
  pact: 'Pact *{0}*: {1}',
  pactBecause: 'Pact *{0}*: {1}, {2}',
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
  const { score, isScoreGiven, carriedTo, status, measure, owner, outlook, learned, reason } = line;
  const { blockers, breaches, milestones, pacts, series } = line;
  const outcome = carriedTo === null ? say(status) : say(CYCLE_TEXTS.carried, cell(carriedTo));
  return [
    ...(score === null ? [] : [say(isScoreGiven ? CYCLE_TEXTS.score : CYCLE_TEXTS.proposed, score.toFixed(2))]),
    say(CYCLE_TEXTS.outcome, outcome),
    ...(measure === null ? [] : [say(CYCLE_TEXTS.measure, cell(measure))]),
    ...(owner === null ? [] : [say(CYCLE_TEXTS.owner, cell(owner))]),
    ...(outlook === null ? [] : [say(CYCLE_TEXTS.outlook, cell(outlookText(outlook, say)))]),
    ...(learned === null ? [] : [say(CYCLE_TEXTS.learned, cell(learned))]),
    ...(reason === null ? [] : [say(CYCLE_TEXTS.reason, cell(reason))]),
    ...series.map((each) => seriesText(each, say)),
    ...breaches.map((breach) => cell(breachText(breach, say))),
    ...blockers.map((note) => say(CYCLE_TEXTS.blocker, cell(note))),
    ...milestones.map(({ title, reached }) =>
      reached === null ? say(CYCLE_TEXTS.unreached, cell(title)) : say(CYCLE_TEXTS.reached, cell(title), reached),
    ),
    ...pacts.map((pact) => pactText(pact, say)),
  ];
}

function seriesText({ title, unit, readings }: ReadingSeries, say: Say): string {
  const values = cell(
    readings.map(({ day, value }) => say(CYCLE_TEXTS.reading, withUnit(value, unit), day)).join(', '),
  );
  return title === null ? say(CYCLE_TEXTS.measured, values) : say(CYCLE_TEXTS.kpi, cell(title), values);
}

function pactText({ title, state, reason }: CyclePact, say: Say): string {
  // A report that a closed cycle kept may come from anybody, so its state may be any text.
  const word = Object.hasOwn(PACT_WORDS, state) ? say(PACT_WORDS[state]) : cell(state);
  return reason === null
    ? say(CYCLE_TEXTS.pact, cell(title), word)
    : say(CYCLE_TEXTS.pactBecause, cell(title), word, cell(reason));
}

function cell(text: string): string {
  return escapeMarkdown(oneLine(text, LONGEST));
}
