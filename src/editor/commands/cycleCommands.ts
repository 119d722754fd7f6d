import * as vscode from 'vscode';
import { cycleKind } from '../../core/model/cycle';
import type { Decision, Ending } from '../../core/okr/closeCycle';
import { endStatus, goalsOfCycle, planCloseCycle, proposeDecision } from '../../core/okr/closeCycle';
import { isClosed } from '../../core/snapshot/goalStanding';
import { cycleMarkdown, cycleReport } from '../../core/reports/cycleReport';
import type { Cycle } from '../../core/snapshot/cycles';
import { cyclesOf } from '../../core/snapshot/cycles';
import { learnedOf } from '../../core/followUp/learnedChange';
import { recordsOfKind } from '../../core/snapshot/recordNode';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { numberText, readNumber } from '../../core/text/readNumber';
import { escapeIcons, visible } from '../../core/text/safeText';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { askWhyEnded } from '../records/askWhyEnded';
import { refusalWords } from '../texts/declaredWord';
import { plain } from '../texts/words';
import type { CommandDeps } from './deps';
import { currentSnapshot } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that close a cycle (a score and an ending for each objective and key result) and show its report. */
export function registerCycleCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.closeCycle, ({ id }) => closeCycle(deps, id));
  deps.register(COMMANDS.showCycleReport, async ({ id }) => {
    const snapshot = await currentSnapshot(deps);
    const cycle = await chooseCycle(snapshot, id, cyclesOf(snapshot), t('Report of which cycle?'));
    if (cycle) await showReport(deps, cycle.id);
  });
}

async function closeCycle(deps: CommandDeps, id: string | undefined): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const open = cyclesOf(snapshot).filter(({ closed }) => closed === undefined);
  const cycle = await chooseCycle(snapshot, id, open, t('Which cycle ends?'));
  if (!cycle) return;
  const decisions = await decide(cycle, snapshot, open.length > 1);
  if (!decisions) return;
  const isCarried = [...decisions.values()].some(({ ending }) => ending === 'carry');
  const later = open.filter((each) => each.id !== cycle.id);
  const next = isCarried
    ? await chooseCycle(snapshot, undefined, later, t('To which cycle does it go on?'))
    : undefined;
  if (isCarried && !next) return;
  const plan = planCloseCycle(cycle, decisions, next, await currentSnapshot(deps));
  if ('problem' in plan) throw new PlainError(refusalWords(plan));
  await deps.service.apply(plan.edits);
  await showReport(deps, cycle.id);
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
  const nodes = goalsOfCycle(cycle.id, snapshot).filter((node) => !isClosed(node));
  const scores = new Map<string, number>();
  const decisions = new Map<string, Decision>();
  for (const [index, node] of nodes.entries()) {
    const title = plain(`${node.goal.title} (${index + 1}/${nodes.length})`);
    const score = await askScore(title, proposeDecision(node, snapshot, scores, hasNext).score);
    if (score === undefined) return undefined;
    scores.set(node.goal.id, score);
    const { ending: proposed } = proposeDecision(node, snapshot, scores, hasNext);
    const ending = await askEnding(title, endStatus(score, node, snapshot), proposed, hasNext);
    if (ending === undefined) return undefined;
    const isMiss = ending === 'keep' && endStatus(score, node, snapshot) === 'missed';
    const known = learnedOf(node.goal);
    const ended = { nodes: [node], status: 'missed' } as const;
    const learned = isMiss ? await askWhyEnded('learned', title, known, ended) : known;
    if (learned === undefined) return undefined;
    decisions.set(node.goal.id, { score, ending, learned });
  }
  return decisions;
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
