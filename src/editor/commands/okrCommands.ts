import * as vscode from 'vscode';
import { relationKind } from '../../core/model/relation';
import type { RelationNode, CharterNode } from '../../core/okr/relations';
import { askedRelations, charterOf } from '../../core/okr/relations';
import { isClosed } from '../../core/snapshot/goalStanding';
import { setField } from '../../core/changes/goalActions';
import { recordTitle } from '../../core/okr/relationText';
import { mayAnswerRelation } from '../../core/okr/mayAnswerRelation';
import { canMoveBelow, moveBelow } from '../../core/goals/moveGoal';
import { changeText, measurable, measuredOf } from '../../core/followUp/measured';
import { planMeasure } from '../../core/records/planCheckIn';
import { planAdd, planEdit } from '../../core/records/planRecord';
import { isOf, recordLine } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons, visible } from '../../core/text/safeText';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import type { GoalPick } from './goalPicks';
import { goalPick } from './goalPicks';
import { askMeasure } from '../records/askMeasure';
import { declaredWord } from '../texts/declaredWord';
import { planFacts } from '../../app/planFacts';
import { savePlan } from '../records/savePlan';
import { personWord, plain } from '../texts/words';
import type { CommandDeps } from './deps';
import { changeAll } from './editCommands';
import type { Call } from '../tree/call';
import { callOn } from '../tree/call';
import { currentSnapshot, goalTarget, recordId } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that apply to objectives and key results only. */
export function registerOkrCommands(deps: CommandDeps): void {
  const { register } = deps;
  register(COMMANDS.updateMeasure, (call) => updateMeasure(deps, call));
  register(COMMANDS.alignGoal, (call) => alignGoal(deps, call));
  register(COMMANDS.acceptRelation, (call) => answerRelation(deps, call, 'accepted'));
  register(COMMANDS.declineRelation, (call) => answerRelation(deps, call, 'declined'));
}

/** Asks for a number and writes it as a reading of a goal or KPI. */
async function updateMeasure(deps: CommandDeps, call: Call): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const id = measuredId(call) ?? (await pickMeasured(snapshot));
  if (id === undefined) return;
  const measured = measuredOf(id, snapshot);
  if (!measured) throw new PlainError(t('This goal has no target yet: edit it and give it one.'));
  const value = await askMeasure(measured, snapshot);
  if (typeof value !== 'number') return;
  const plan = await planMeasure(id, { value }, await currentSnapshot(deps), planFacts(deps.service.place));
  await savePlan(plan, deps.service);
}

/** Returns the goal or KPI that the command was called on; undefined from the palette. */
function measuredId({ row, id }: Call): string | undefined {
  return row?.type === 'goal' || row?.type === 'record' ? row.id : id;
}

async function pickMeasured(snapshot: Snapshot): Promise<string | undefined> {
  const things = measurable(snapshot);
  if (things.length === 0) throw new PlainError(t('No open goal has a target yet, and there is no KPI.'));
  const rows = things.map(({ id, title, unit, last }) => ({
    id,
    label: escapeIcons(visible(title)),
    description: last === undefined ? '' : escapeIcons(visible(changeText({ last: undefined, unit }, last))),
  }));
  return (await vscode.window.showQuickPick(rows, { placeHolder: t('Which measure?') }))?.id;
}

/**
 * Moves the goal below a larger one, or asks the owner of somebody else's objective, who then accepts or declines. If there is a charter,
 * the goal can serve its parts, too.
 */
async function alignGoal(deps: CommandDeps, call: Call): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  const { node, snapshot } = target;
  const larger = [...snapshot.goals.values()].filter(
    (each) => each.goal.kind !== 'micro' && !isClosed(each) && canMoveBelow(snapshot, node.goal.id, each.goal.id),
  );
  const charter = node.scope === 'team' ? charterOf(snapshot) : [];
  if (larger.length + charter.length === 0) throw new PlainError(t('There is no objective yet that it could serve.'));
  const rows = [
    ...larger.map((each) => ({ ...goalPick(each, snapshot), ...askedOf(each, snapshot) })),
    ...charter.map((each) => charterPick(each, snapshot)),
  ];
  const picked = await vscode.window.showQuickPick(rows, {
    title: plain(t('Align: {0}', node.goal.title)),
    placeHolder: t('What does it serve?'),
    matchOnDescription: true,
  });
  if (!picked) return;
  const chosen = snapshot.goals.get(picked.id);
  if (!chosen) await changeAll(deps, callOn(node.goal.id), ({ goal }) => [setField(goal.id, 'serves', picked.id)]);
  else if (isOfOthers(chosen, snapshot)) await ask(deps, node, chosen);
  else await changeAll(deps, callOn(node.goal.id), ({ goal }, now) => moveBelow(now, goal.id, chosen.goal.id));
}

function charterPick(node: CharterNode, snapshot: Snapshot): GoalPick {
  return {
    id: node.id,
    label: `$(${node.kind.icon}) ${escapeIcons(visible(recordLine(node, snapshot)))}`,
    description: declaredWord(node.values.type),
  };
}

function isOfOthers({ goal }: GoalNode, { me }: Snapshot): boolean {
  return goal.kind === 'objective' && goal.owner !== undefined && goal.owner !== me;
}

function askedOf(node: GoalNode, snapshot: Snapshot): { readonly detail?: string } {
  const { owner } = node.goal;
  if (owner === undefined || !isOfOthers(node, snapshot)) return {};
  return { detail: escapeIcons(t('asks {0}, who accepts or declines', personWord(owner, snapshot.people))) };
}

async function ask(deps: CommandDeps, { goal }: GoalNode, to: GoalNode): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const values = { goal: goal.id, by: snapshot.me, type: 'serves', to: to.goal.id };
  const plan = await planAdd({ kind: relationKind, values, scope: 'team' }, snapshot, planFacts(deps.service.place));
  await savePlan(plan, deps.service);
}

async function answerRelation(deps: CommandDeps, call: Call, state: 'accepted' | 'declined'): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const id = recordId(call);
  const node = id === undefined ? await pickRelation(snapshot) : snapshot.records.get(id);
  if (!isOf(node, relationKind)) return;
  const reason = state === 'declined' ? await askReason() : '';
  if (reason === undefined) return;
  const values = { state, reason: reason === '' ? undefined : reason };
  await savePlan(planEdit(node, values, await currentSnapshot(deps)), deps.service);
}

async function askReason(): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({ prompt: t('Why? Enter leaves it out.') });
  return reason?.trim();
}

async function pickRelation(snapshot: Snapshot): Promise<RelationNode | undefined> {
  const open = askedRelations(snapshot).filter(({ node }) => mayAnswerRelation(node.values.to, snapshot));
  if (open.length === 0) throw new PlainError(t('Nobody asks to serve an objective of yours.'));
  const rows = open.map(({ node, from }) => ({
    label: escapeIcons(visible(from.goal.title)),
    description: escapeIcons(visible(recordTitle(node, snapshot, t))),
    node,
  }));
  return (await vscode.window.showQuickPick(rows, { placeHolder: t('Which relation?') }))?.node;
}
