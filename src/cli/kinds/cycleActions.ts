import { saveEdits } from '../../app/edits';
import type { Kind } from '../../core/model/kind';
import type { Decision } from '../../core/okr/closeCycle';
import {
  goalsOfCycle,
  planCloseCycle,
  planReopenCycle,
  proposeDecision,
  shownEnding,
  whyNotClosed,
} from '../../core/okr/closeCycle';
import { cycleMarkdown, cycleReport } from '../../core/reports/cycleReport';
import type { Cycle } from '../../core/snapshot/cycles';
import { readCycle } from '../../core/snapshot/cycles';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { fillText } from '../../core/text/fillText';
import { readNumber } from '../../core/text/readNumber';
import { oneLine, collapseSpace } from '../../core/text/safeText';
import { atMostOne, oneWord, parseArguments } from '../terminal/arguments';
import { Failure, permitted, UsageError } from '../terminal/failure';
import { findId } from '../place/findGoal';
import { mayGoOn } from '../terminal/terminal';
import type { Context, ExitCode } from '../terminal/verb';
import { findRecord, openKind } from './openKind';

const MANY = { type: 'string', multiple: true } as const;
const CLOSING = {
  'carry-to': { type: 'string' },
  score: MANY,
  keep: MANY,
  drop: MANY,
  learned: MANY,
  reason: MANY,
  yes: { type: 'boolean' },
} as const;

export async function closeCycle(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, CLOSING);
  const word = oneWord(positionals, 'ID');
  const { place, snapshot } = await openKind(context);
  const cycle = cycleNamed(word, kind, snapshot);
  permitted(whyNotClosed(cycle, snapshot) ?? cycle);
  const next = values['carry-to'] === undefined ? undefined : cycleNamed(values['carry-to'], kind, snapshot);
  const goals = new Map(goalsOfCycle(cycle.id, snapshot).map((node) => [node.goal.id, node]));
  const find = (text: string): string => findId(text, titles(goals), 'g', 'objective or key result of this cycle');
  const given = {
    scores: new Map(pairs(values.score, 'score').map(([id, text]) => [find(id), readScore(text)])),
    keep: new Set(values.keep?.map(find)),
    drop: new Set(values.drop?.map(find)),
    learned: new Map(pairs(values.learned, 'learned').map(([id, text]) => [find(id), collapseSpace(text)])),
    reasons: new Map(pairs(values.reason, 'reason').map(([id, text]) => [find(id), collapseSpace(text)])),
  };
  const decisions = decide([...goals.values()], given, next !== undefined, snapshot);
  const { terminal } = context;
  for (const node of goals.values()) sayEnding(node, decisions.get(node.goal.id), next, snapshot, context);
  const { edits } = permitted(planCloseCycle(cycle, decisions, next, snapshot));
  if (values.yes !== true && !(await mayGoOn(`Close ${oneLine(cycle.title, 100)}?`, terminal))) return 0;
  await saveEdits(edits, place);
  terminal.print(`${cycle.id} closed: ${oneLine(cycle.title, 1000)}`);
  return 0;
}

/** Runs `microgoals cycle reopen ID`. */
export async function reopenCycle(
  kind: Kind,
  args: readonly string[],
  { terminal, ...more }: Context,
): Promise<ExitCode> {
  const word = oneWord(parseArguments(args, {}).positionals, 'ID');
  const { place, snapshot } = await openKind({ terminal, ...more });
  const cycle = cycleNamed(word, kind, snapshot);
  const { edits, changedSince } = permitted(planReopenCycle(cycle, snapshot));
  await saveEdits(edits, place);
  terminal.print(`${cycle.id} open again: ${oneLine(cycle.title, 1000)}`);
  for (const id of changedSince) {
    const title = snapshot.goals.get(id)?.goal.title ?? '';
    terminal.print(`${id} was changed since and stays as it is: ${oneLine(title, 1000)}`);
  }
  return 0;
}

export async function reportCycle(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' }, markdown: { type: 'boolean' } });
  const word = oneWord(positionals, 'ID');
  const format = atMostOne(values, 'json', 'markdown');
  const { snapshot } = await openKind(context);
  const report = cycleReport(cycleNamed(word, kind, snapshot), snapshot, fillText);
  if (format === 'json') context.terminal.printJson(report);
  else context.terminal.printLines(cycleMarkdown(report, fillText).trimEnd());
  return 0;
}

function cycleNamed(word: string, kind: Kind, snapshot: Snapshot): Cycle {
  const cycle = readCycle(findRecord(word, kind, snapshot));
  if (!cycle) throw new Failure(`${word} has no first or last day; give it both: microgoals cycle edit.`);
  return cycle;
}

function titles(goals: ReadonlyMap<string, GoalNode>): ReadonlyMap<string, { readonly title: string }> {
  return new Map([...goals].map(([id, { goal }]) => [id, goal]));
}

/** Splits the `ID=VALUE` texts of an option that may be given several times. */
function pairs(texts: readonly string[] | undefined, option: string): readonly (readonly [string, string])[] {
  return (texts ?? []).map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new UsageError(`--${option} takes ID=VALUE; it is "${oneLine(text, 60)}".`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

function readScore(text: string): number {
  const read = readNumber(text);
  if (read && 'value' in read && read.value >= 0 && read.value <= 1) return read.value;
  throw new UsageError(`--score must be a number from 0 to 1; it is "${oneLine(text, 40)}".`);
}

interface Given {
  readonly scores: ReadonlyMap<string, number>;
  readonly keep: ReadonlySet<string>;
  readonly drop: ReadonlySet<string>;
  readonly learned: ReadonlyMap<string, string>;
  readonly reasons: ReadonlyMap<string, string>;
}

function decide(
  nodes: readonly GoalNode[],
  { scores, keep, drop, learned, reasons }: Given,
  hasNext: boolean,
  snapshot: Snapshot,
): ReadonlyMap<string, Decision> {
  const both = [...keep].find((id) => drop.has(id));
  if (both !== undefined) throw new UsageError(`${both} cannot be kept and dropped.`);
  const known = new Map(scores);
  const decisions = new Map<string, Decision>();
  for (const node of nodes) {
    const { id } = node.goal;
    const proposed = proposeDecision(node, snapshot, known, hasNext);
    const ending = drop.has(id) ? 'drop' : keep.has(id) ? 'keep' : proposed.ending;
    known.set(id, proposed.score);
    decisions.set(id, { score: proposed.score, ending, learned: learned.get(id), reason: reasons.get(id) });
  }
  return decisions;
}

/** Prints what closing writes into a goal: its score, how it ends, its lesson or reason; and which of them is still missing. */
function sayEnding(
  node: GoalNode,
  decision: Decision | undefined,
  next: Cycle | undefined,
  snapshot: Snapshot,
  { terminal }: Context,
): void {
  if (!decision) return;
  const { id, title } = node.goal;
  const { status, isCarried, score, field, said } = shownEnding(node, decision, snapshot);
  const word = isCarried ? `carried to ${oneLine(next?.title ?? '', 100)}` : status;
  const points = score === undefined ? '' : `${score.toFixed(2)} `;
  const label = field === 'reason' ? 'reason' : 'lesson';
  const tail =
    field === undefined && said === ''
      ? ''
      : ` · ${label}: ${said === '' ? `none yet (--${field} ${id}=TEXT)` : oneLine(said, 1000)}`;
  terminal.print(`${id} ${points}${word}: ${oneLine(title, 1000)}${tail}`);
}
