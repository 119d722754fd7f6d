import * as vscode from 'vscode';
import { cycleKind } from '../../core/model/cycle';
import type { Decision, Ending } from '../../core/okr/closeCycle';
import {
  endedAs,
  endStatus,
  goalsOfCycle,
  planCloseCycle,
  planReopenCycle,
  proposeDecision,
  shownEnding,
  whyNotClosed,
} from '../../core/okr/closeCycle';
import { scoreRefusal } from '../../core/okr/scoreRule';
import { isClosed } from '../../core/snapshot/goalStanding';
import { cycleMarkdown, cycleReport } from '../../core/reports/cycleReport';
import type { Cycle } from '../../core/snapshot/cycles';
import { cyclesOf } from '../../core/snapshot/cycles';
import { endingOf, learnedOf } from '../../core/followUp/learnedChange';
import { recordsOfKind } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { numberText, readNumber } from '../../core/text/readNumber';
import { escapeIcons, visible } from '../../core/text/safeText';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { askText } from '../records/askText';
import { permitted } from '../records/savePlan';
import { sayBriefly } from '../texts/sayBriefly';
import { plain, statusWord } from '../texts/words';
import type { CommandDeps } from './deps';
import { currentSnapshot } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that close a cycle (a score and an ending for each objective and key result), open it again and show its report. */
export function registerCycleCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.closeCycle, ({ id }) => closeCycle(deps, id));
  deps.register(COMMANDS.reopenCycle, ({ id }) => reopenCycle(deps, id));
  deps.register(COMMANDS.showCycleReport, async ({ id }) => {
    const snapshot = await currentSnapshot(deps);
    const cycle = await chooseCycle(snapshot, id, cyclesOf(snapshot), t('Report of which cycle?'));
    if (cycle) await showReport(deps, cycle.id);
  });
}

async function closeCycle(deps: CommandDeps, id: string | undefined): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const open = cyclesOf(snapshot).filter(({ closed }) => closed === undefined);
  const begun = open.filter(({ from }) => from <= snapshot.calendar.today);
  // Where none has begun, or one was named, the refusal says when it begins.
  const offered = id === undefined && begun.length > 0 ? begun : open;
  const cycle = await chooseCycle(snapshot, id, offered, t('Which cycle ends?'));
  if (!cycle) return;
  permitted(whyNotClosed(cycle, snapshot) ?? cycle);
  const decisions = await decide(cycle, snapshot, open.length > 1);
  if (!decisions) return;
  const isCarried = [...decisions.values()].some(({ ending }) => ending === 'carry');
  const later = open.filter((each) => each.id !== cycle.id);
  const next = isCarried
    ? await chooseCycle(snapshot, undefined, later, t('To which cycle does it go on?'))
    : undefined;
  if (isCarried && !next) return;
  const plan = planCloseCycle(cycle, decisions, next, await currentSnapshot(deps));
  if (!(await agrees(cycle, decisions, next, snapshot))) return;
  await deps.service.apply(permitted(plan).edits);
  await showReport(deps, cycle.id);
}

/** Shows what closing writes into each goal, and asks whether to do it. */
async function agrees(
  cycle: Cycle,
  decisions: ReadonlyMap<string, Decision>,
  next: Cycle | undefined,
  snapshot: Snapshot,
): Promise<boolean> {
  const rows = goalsOfCycle(cycle.id, snapshot).map((node): vscode.QuickPickItem => {
    const decision = decisions.get(node.goal.id) ?? proposeDecision(node, snapshot, new Map(), false);
    const { status, isCarried, score, said } = shownEnding(node, decision, snapshot);
    const word = isCarried ? t('carried over to {0}', next?.title ?? '') : statusWord(status);
    return {
      label: escapeIcons(visible(node.goal.title)),
      description: escapeIcons(visible(score === undefined ? word : `${score.toFixed(2)} · ${word}`)),
      ...(said === '' ? {} : { detail: escapeIcons(visible(said)) }),
    };
  });
  const close = { label: t('$(check) Close the cycle') };
  for (;;) {
    const picked = await vscode.window.showQuickPick([close, ...rows], {
      title: plain(cycle.title),
      placeHolder: t('This is written into the goals. Escape writes nothing.'),
      matchOnDescription: true,
      ignoreFocusOut: true,
    });
    // A row of a goal is there to be read: whoever takes it still sees the question, and loses nothing that was typed.
    if (picked === undefined || picked === close) return picked === close;
  }
}

async function reopenCycle(deps: CommandDeps, id: string | undefined): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const closed = cyclesOf(snapshot).filter((cycle) => cycle.closed !== undefined);
  const cycle = await chooseCycle(snapshot, id, closed, t('Which cycle is open again?'));
  if (!cycle) return;
  const plan = permitted(planReopenCycle(cycle, snapshot));
  await deps.service.apply(plan.edits);
  if (plan.changedSince.length === 0) return;
  const titles = plan.changedSince.map((goal) => snapshot.goals.get(goal)?.goal.title ?? '').join(', ');
  sayBriefly(plain(t('Changed since, and left as it is: {0}', titles)));
}

async function chooseCycle(
  snapshot: Snapshot,
  id: string | undefined,
  cycles: readonly Cycle[],
  placeHolder: string,
): Promise<Cycle | undefined> {
  const named = cycles.find((each) => each.id === id);
  if (named) return named;
  if (cycles.length === 0) {
    const isNone = recordsOfKind(cycleKind, snapshot).length === 0;
    throw new PlainError(isNone ? t('There is no cycle yet: Add Entry makes one.') : t('No cycle is open.'));
  }
  const rows = cycles.map((cycle) => ({
    label: escapeIcons(visible(cycle.title)),
    description: `${cycle.from} – ${cycle.to}`,
    cycle,
  }));
  return (await vscode.window.showQuickPick(rows, { placeHolder }))?.cycle;
}

/** Asks two things for each goal: its score (Enter takes the proposed one) and its ending. Returns undefined if cancelled. */
async function decide(
  cycle: Cycle,
  snapshot: Snapshot,
  hasNext: boolean,
): Promise<ReadonlyMap<string, Decision> | undefined> {
  const nodes = goalsOfCycle(cycle.id, snapshot).filter((node) => !isClosed(node) || lacksLesson(node));
  const scores = new Map<string, number>();
  const decisions = new Map<string, Decision>();
  for (const [index, node] of nodes.entries()) {
    const title = plain(`${node.goal.title} (${index + 1}/${nodes.length})`);
    if (isClosed(node)) {
      const learned = await askText(title, t('What was learned?'));
      if (learned === undefined) return undefined;
      decisions.set(node.goal.id, { ...proposeDecision(node, snapshot, scores, false), learned });
      continue;
    }
    const proposal = proposeDecision(node, snapshot, scores, hasNext).score;
    const score = mayScore(node, snapshot) ? await askScore(title, proposal) : proposal;
    if (score === undefined) return undefined;
    scores.set(node.goal.id, score);
    const { ending: proposed } = proposeDecision(node, snapshot, scores, hasNext);
    const ending = await askEnding(title, endStatus(score, node, snapshot), proposed, hasNext);
    if (ending === undefined) return undefined;
    const said = await askWhy(node, { score, ending }, title, snapshot);
    if (!said) return undefined;
    decisions.set(node.goal.id, { score, ending, ...said });
  }
  return decisions;
}

/** Asks what a missed goal taught, or why one is dropped; returns undefined if cancelled. */
async function askWhy(
  node: GoalNode,
  decision: Decision,
  title: string,
  snapshot: Snapshot,
): Promise<Pick<Decision, 'learned' | 'reason'> | undefined> {
  const status = endedAs({ node, ...decision }, snapshot);
  if (status === 'missed') {
    const learned = await askText(title, t('What was learned?'), learnedOf(node.goal));
    return learned === undefined ? undefined : { learned };
  }
  if (status !== 'dropped') return {};
  const reason = await askText(title, t('Why is it dropped?'), endingOf(node.goal, 'reason'));
  return reason === undefined ? undefined : { reason };
}

function lacksLesson({ goal }: GoalNode): boolean {
  return goal.status === 'missed' && learnedOf(goal) === '';
}

/** Tells whether the score is for this person to give; nobody is asked for one that the owner gave. */
function mayScore(node: GoalNode, snapshot: Snapshot): boolean {
  return scoreRefusal(node, undefined, snapshot) === undefined;
}

async function askScore(title: string, proposed: number): Promise<number | undefined> {
  const read = (text: string): number => {
    const reading = readNumber(text);
    return reading && 'value' in reading ? reading.value : Number.NaN;
  };
  const text = await vscode.window.showInputBox({
    title,
    prompt: t('Score, 0 to 1. Enter takes what the figures say.'),
    value: numberText(proposed),
    ignoreFocusOut: true,
    validateInput: (typed) => (read(typed) >= 0 && read(typed) <= 1 ? undefined : t('A number from 0 to 1')),
  });
  return text === undefined ? undefined : read(text);
}

async function askEnding(
  title: string,
  kept: 'done' | 'missed',
  proposed: Ending,
  hasNext: boolean,
): Promise<Ending | undefined> {
  const rows: { readonly label: string; readonly ending: Ending }[] = [
    { label: kept === 'done' ? t('$(check) Keep: done') : t('$(close) Keep: missed'), ending: 'keep' },
    ...(hasNext ? [{ label: t('$(arrow-right) Carry over to another cycle'), ending: 'carry' as const }] : []),
    { label: t('$(circle-slash) Drop'), ending: 'drop' },
  ];
  const ordered = rows.toSorted((a, b) => Number(b.ending === proposed) - Number(a.ending === proposed));
  const picked = await vscode.window.showQuickPick(ordered, {
    title,
    placeHolder: t('What becomes of it?'),
    ignoreFocusOut: true,
  });
  return picked?.ending;
}

async function showReport(deps: CommandDeps, id: string): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const cycle = cyclesOf(snapshot).find((each) => each.id === id);
  if (!cycle) return;
  const name = plain(cycle.title).replace(/[\\/]/g, ' ').slice(0, 60);
  await deps.texts.show(`${name}.md`, cycleMarkdown(cycleReport(cycle, snapshot, t), t), 'markdown');
}
