import * as vscode from 'vscode';
import { joinEdits } from '../../app/edits';
import { planStatus } from '../../app/tick';
import type { Change } from '../../core/document/change';
import type { GoalStatus } from '../../core/model/goal';
import { GOAL_STATUSES } from '../../core/model/goal';
import type { Goal } from '../../core/model/goalView';
import { setField } from '../../core/changes/goalActions';
import { changeHelpers } from '../../core/together/helpers';
import { endingAnswer, endingField, endingToEdit } from '../../core/followUp/learnedChange';
import { signedRefusal } from '../../core/goals/removal';
import { proposalRefusal } from '../../core/goals/acceptance';
import { canMoveBelow, moveBelow, moveBeside, siblingsBelow } from '../../core/goals/moveGoal';
import { documentAt } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { goalPick } from './goalPicks';
import { askWhyEnded } from '../records/askWhyEnded';
import { permitted } from '../records/savePlan';
import { tickGoals } from '../records/tickGoals';
import { plain, statusWord } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Targets } from './targets';
import type { Call } from '../tree/call';
import { callOn } from '../tree/call';
import { goalTarget, goalTargets } from './targets';

const { t } = vscode.l10n;

export function registerEditCommands(deps: CommandDeps): void {
  const { register, service, views } = deps;
  register(COMMANDS.toggleDone, (call) => (call.isOnRow ? views.toggleSelected() : toggleDone(deps, call)));
  register(COMMANDS.renameGoal, (call) => renameGoal(deps, call));
  register(COMMANDS.setStatus, (call) => chooseStatus(deps, call));
  register(COMMANDS.pinGoal, (call) => changeAll(deps, call, ({ goal }) => [setField(goal.id, 'pinned', true)]));
  register(COMMANDS.unpinGoal, (call) => changeAll(deps, call, ({ goal }) => [setField(goal.id, 'pinned', false)]));
  register(COMMANDS.helpWithGoal, (call) => changeAll(deps, call, ({ goal }, { me }) => helping(goal, me, true)));
  register(COMMANDS.stopHelping, (call) => changeAll(deps, call, ({ goal }, { me }) => helping(goal, me, false)));
  register(COMMANDS.deleteGoal, async (call) => {
    const record = call.isBare ? deps.views.selectedRecord() : undefined;
    if (record) await vscode.commands.executeCommand(COMMANDS.deleteRecord, record);
    else await changeAll(deps, call, deletes);
  });
  register(COMMANDS.moveGoal, (call) => chooseParent(deps, call));
  register(COMMANDS.moveUp, (call) => moveBy(deps, call, -1));
  register(COMMANDS.moveDown, (call) => moveBy(deps, call, 1));
  register(COMMANDS.saveAgain, () => service.saveAgain());
  register(COMMANDS.undo, () => service.undo());
  register(COMMANDS.redo, () => service.redo());
}

/** Deletes a goal, which one undo brings back. @throws PlainError for a pact that people have answered */
const deletes: ChangesOf = (node, snapshot) => {
  const { changes } = permitted(
    signedRefusal(node, snapshot) ?? { changes: [setField(node.goal.id, 'deleted', true)] },
  );
  return changes;
};

/** Function that returns the changes a command makes to one goal. */
export type ChangesOf = (node: GoalNode, snapshot: Snapshot) => readonly Change[];

export async function changeAll(deps: CommandDeps, call: Call, changesOf: ChangesOf): Promise<void> {
  await changeEach(deps, await goalTargets(deps, call), changesOf);
}

/** Applies one kind of change to every chosen goal, as one step that one undo takes back. */
export async function changeEach(deps: CommandDeps, { nodes, snapshot }: Targets, changesOf: ChangesOf): Promise<void> {
  const edits = nodes.map((node) => ({ path: node.source, changes: changesOf(node, snapshot) }));
  await deps.service.apply(joinEdits(edits));
}

/** Returns a function that sets the status of a goal. @throws PlainError for a commitment of somebody else */
export function setsStatus(status: GoalStatus): ChangesOf {
  return ({ goal, source }, snapshot) => {
    const said = { me: snapshot.me, today: snapshot.calendar.today };
    const refusal = proposalRefusal(goal, status, goal.more.why);
    return permitted(refusal ?? planStatus(goal, status, documentAt(snapshot, source), said)).changes;
  };
}

/**
 * Ticks open goals and reopens done ones, unless the call says which of the two. Work on a ticked goal goes on until a commit names it,
 * because many people tick first and commit then; a tick that also ends the work says so.
 */
async function toggleDone(deps: CommandDeps, call: Call): Promise<void> {
  const { service } = deps;
  const { nodes } = await goalTargets(deps, call);
  await tickGoals(service, new Map(nodes.map(({ goal }) => [goal.id, call.isDone ?? goal.status !== 'done'])));
  const { active } = service.snapshot ?? {};
  if (call.isEnding && nodes.some(({ goal }) => goal.id === active)) await service.setActive({ state: 'stopped' });
}

async function renameGoal(deps: CommandDeps, call: Call): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  const { goal } = target.node;
  const title = await vscode.window.showInputBox({
    title: t('Rename goal'),
    value: goal.title,
    validateInput: (text) => (text.trim() === '' ? t('A goal needs a title.') : undefined),
  });
  if (title !== undefined) await changeAll(deps, callOn(goal.id), () => [setField(goal.id, 'title', title.trim())]);
}

async function chooseStatus(deps: CommandDeps, call: Call): Promise<void> {
  const targets = await goalTargets(deps, call);
  if (targets.nodes.length === 0) return;
  const picked = await vscode.window.showQuickPick(
    GOAL_STATUSES.map((status) => ({ label: statusWord(status), status })),
    { placeHolder: t('Set status') },
  );
  if (!picked) return;
  await setStatusAsking(deps, targets, picked.status);
}

/** Sets a status; for one that ends a goal without its being done, asks first why, once for all goals. */
export async function setStatusAsking(deps: CommandDeps, targets: Targets, status: GoalStatus): Promise<void> {
  const field = endingField(status);
  if (field === undefined) return changeEach(deps, targets, setsStatus(status));
  const { nodes, snapshot } = targets;
  const shown = endingToEdit(
    nodes.map(({ goal }) => goal),
    field,
  );
  const text = await askWhyEnded(field, statusWord(status), shown, { nodes, status, calendar: snapshot.calendar });
  if (text === undefined) return;
  await changeEach(deps, targets, (node, now) => [
    ...setsStatus(status)(node, now),
    ...endingAnswer(node.goal, field, text, shown),
  ]);
}

function helping(goal: Goal, me: string | undefined, isHelper: boolean): readonly Change[] {
  if (me === undefined) throw new PlainError(t('git does not know who you are; set user.email first.'));
  return isHelper ? changeHelpers(goal, [me], []) : changeHelpers(goal, [], [me]);
}

async function chooseParent(deps: CommandDeps, call: Call): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  const { node, snapshot } = target;
  const above = [...snapshot.goals.values()].filter(
    (each) => each.goal.id !== node.goal.id && canMoveBelow(snapshot, node.goal.id, each.goal.id),
  );
  const top = { id: undefined, label: t('$(list-flat) Top level') };
  const rows: { label: string; id: string | undefined }[] = [top, ...above.map((each) => goalPick(each, snapshot))];
  const picked = await vscode.window.showQuickPick(rows, {
    placeHolder: plain(t('Move {0} below', target.node.goal.title)),
    matchOnDescription: true,
  });
  if (picked) await changeAll(deps, callOn(node.goal.id), ({ goal }, now) => moveBelow(now, goal.id, picked.id));
}

async function moveBy(deps: CommandDeps, call: Call, step: -1 | 1): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  await changeAll(deps, callOn(target.node.goal.id), ({ goal, parent, scope }, snapshot) => {
    const siblings = siblingsBelow(snapshot, parent, scope);
    const beside = siblings[siblings.indexOf(goal.id) + step];
    return beside === undefined ? [] : moveBeside(snapshot, goal.id, beside, step < 0 ? 'before' : 'after');
  });
}
