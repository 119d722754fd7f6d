import * as vscode from 'vscode';
import { meetingKind } from '../../core/model/meeting';
import { blockerKind } from '../../core/model/blocker';
import type { BlockerNode } from '../../core/followUp/blockers';
import { openBlockers } from '../../core/followUp/blockers';
import { planBlocker, planClear, planSolving } from '../../core/records/planBlocker';
import { isOf, recordLine } from '../../core/snapshot/recordNode';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { QuickAdd } from '../../core/text/quickAdd';
import { escapeIcons, visible } from '../../core/text/safeText';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { askQuickAdd } from '../records/quickAddInput';
import { askField } from '../records/askField';
import { planFacts } from '../../app/planFacts';
import { savePlan } from '../records/savePlan';
import { plain } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, goalTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that report a blocker, clear it or solve it together. */
export function registerBlockerCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.reportBlocker, (call) => report(deps, call));
  deps.register(COMMANDS.clearBlocker, (call) => clear(deps, call));
  deps.register(COMMANDS.solveTogether, (call) => solve(deps, call));
}

async function report(deps: CommandDeps, call: Call): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  const { node, snapshot } = target;
  const note = await vscode.window.showInputBox({
    title: plain(t('What is in the way of {0}?', node.goal.title)),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('Say what is in the way.') : undefined),
  });
  if (note === undefined) return;
  const needs = await askField(blockerKind.fields.needs, '', snapshot, { isNoneFirst: true });
  if (needs === undefined) return;
  const said = { note, needs: needs === '' ? undefined : needs };
  await savePlan(
    await planBlocker(node, said, await currentSnapshot(deps), planFacts(deps.service.place)),
    deps.service,
  );
}

async function clear(deps: CommandDeps, call: Call): Promise<void> {
  const blocker = await blockerTarget(deps, call);
  if (!blocker) return;
  const resolution = await vscode.window.showInputBox({
    title: plain(t('Cleared: {0}', recordLine(blocker, await currentSnapshot(deps)))),
    prompt: t('How was it cleared? Enter alone is enough.'),
    ignoreFocusOut: true,
  });
  if (resolution === undefined) return;
  await savePlan(planClear(blocker, resolution, await currentSnapshot(deps)), deps.service);
}

async function solve(deps: CommandDeps, call: Call): Promise<void> {
  const blocker = await blockerTarget(deps, call);
  if (!blocker) return;
  const snapshot = await currentSnapshot(deps);
  const attendees = await askField(meetingKind.fields.attendees, snapshot.me ?? '', snapshot);
  if (attendees === undefined) return;
  const actions = await askActions(blocker, snapshot);
  if (actions.length === 0) return;
  const solving = { attendees: attendees.split(', ').filter((each) => each !== ''), actions };
  const plan = await planSolving(blocker, solving, await currentSnapshot(deps), planFacts(deps.service.place));
  await savePlan(plan, deps.service);
}

/** Asks for one action after the other until a line is left empty; returns none if the person cancelled. */
async function askActions(blocker: BlockerNode, snapshot: Snapshot): Promise<readonly QuickAdd[]> {
  const actions: QuickAdd[] = [];
  for (;;) {
    const title = t('Action {0} against: {1}', actions.length + 1, recordLine(blocker, snapshot));
    const emptyLabel = actions.length > 0 ? t('$(check) That is all') : undefined;
    const action = await askQuickAdd({ title, value: '', snapshot, verb: t('Add'), emptyLabel });
    if (!action) return [];
    if (action.title === '') return actions;
    actions.push(action);
  }
}

/** Returns the blocker that a command is meant for: its row or id, the goal's only one, or the one the person chooses. */
async function blockerTarget(deps: CommandDeps, call: Call): Promise<BlockerNode | undefined> {
  const snapshot = await currentSnapshot(deps);
  const id = call.row && 'id' in call.row ? call.row.id : call.id;
  const record = id === undefined ? undefined : snapshot.records.get(id);
  if (isOf(record, blockerKind)) return record;
  const goals = id === undefined ? [...snapshot.recordsByGoal.keys()] : [id];
  const open = goals.flatMap((goal) => openBlockers(goal, snapshot));
  if (open.length === 0) throw new PlainError(t('Nothing is blocked.'));
  return open.length === 1 ? open[0] : pickBlocker(open, snapshot);
}

async function pickBlocker(open: readonly BlockerNode[], snapshot: Snapshot): Promise<BlockerNode | undefined> {
  const rows = open.map((node) => ({
    label: `$(stop-circle) ${escapeIcons(visible(recordLine(node, snapshot)))}`,
    description: escapeIcons(visible(snapshot.goals.get(node.goal ?? '')?.goal.title ?? '')),
    node,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    placeHolder: t('Which blocker?'),
    matchOnDescription: true,
  });
  return picked?.node;
}
