import * as vscode from 'vscode';
import type { Kind } from '../../core/model/kind';
import { formKinds, kindNamed } from '../../core/model/kinds';
import { planAdd, planDelete, planEdit } from '../../core/rules/planRecord';
import { recordBeginning } from '../../core/rules/recordBeginning';
import { goalAsRecord, recordLine } from '../../core/rules/recordNode';
import type { RecordNode, Snapshot } from '../../core/rules/snapshot';
import { escapeIcons, visible } from '../../core/text/safeText';
import { COMMANDS } from '../contributions';
import { activityText } from '../records/activityText';
import { askRecord } from '../records/askRecord';
import { declaredWord } from '../records/declaredWord';
import { planFacts } from '../records/planFacts';
import { savePlan } from '../records/savePlan';
import { isTreeElement } from '../tree/element';
import { plain } from '../words';
import type { CommandDeps } from './deps';
import { currentSnapshot, goalTarget } from './targets';

const { t } = vscode.l10n;

/** Commands for records of all kinds, made from their declarations. */
export function registerRecordCommands(deps: CommandDeps): void {
  const { register } = deps;
  register(COMMANDS.addRecord, (row, kind) => add(deps, row, kind));
  register(COMMANDS.addReview, (row) => add(deps, row, 'review'));
  register(COMMANDS.editRecord, (row) => edit(deps, row));
  register(COMMANDS.deleteRecord, async (row) => {
    const found = await recordTarget(deps, row);
    if (found) await savePlan(planDelete(found.node, found.snapshot), deps.service);
  });
  register(COMMANDS.showActivity, async (...args) => {
    const target = await goalTarget(deps, args);
    if (!target) return;
    const name = plain(target.node.goal.title).replace(/[\\/]/g, ' ').slice(0, 60);
    await deps.texts.show(`${name}.md`, activityText(target.node, target.snapshot), 'markdown');
  });
}

/** @param row the goal it is to stand below: a row or an id; without one the person chooses. @param given a kind by name. */
async function add(deps: CommandDeps, row: unknown, given: unknown): Promise<void> {
  const kind = (typeof given === 'string' ? kindNamed(given) : undefined) ?? (await pickKind(row !== undefined));
  if (!kind) return;
  const isOfGoal = kind.below !== undefined && kind.fields[kind.below]?.required === true;
  const target = row !== undefined || isOfGoal ? await goalTarget(deps, row === undefined ? [] : [row]) : undefined;
  if (!target && isOfGoal) return;
  const snapshot = await currentSnapshot(deps);
  const values = recordBeginning(kind, target?.node.goal.id, snapshot);
  const answered = await askRecord({ kind, values, snapshot, isNew: true });
  if (!answered) return;
  const now = await currentSnapshot(deps);
  const plan = await planAdd({ kind, values: answered, scope: 'team' }, now, planFacts(deps.service));
  await savePlan(plan, deps.service);
}

async function pickKind(isOnGoal: boolean): Promise<Kind | undefined> {
  const kinds = formKinds().filter(({ below }) => !isOnGoal || below !== undefined);
  const rows = kinds.map((kind) => ({
    label: `$(${kind.icon}) ${declaredWord(kind.label)}`,
    detail: declaredWord(kind.help),
    declared: kind,
  }));
  const picked = await vscode.window.showQuickPick(rows, { placeHolder: t('What do you add?'), matchOnDetail: true });
  return picked?.declared;
}

async function edit(deps: CommandDeps, row: unknown): Promise<void> {
  const found = await recordTarget(deps, row);
  if (!found) return;
  const { node, snapshot } = found;
  const answered = await askRecord({ kind: node.kind, values: node.values, snapshot, isNew: false });
  if (answered) await savePlan(planEdit(node, answered, await currentSnapshot(deps)), deps.service);
}

async function recordTarget(
  deps: CommandDeps,
  row: unknown,
): Promise<{ readonly node: RecordNode; readonly snapshot: Snapshot } | undefined> {
  const snapshot = await currentSnapshot(deps);
  const isRow = isTreeElement(row) && (row.type === 'record' || row.type === 'goal');
  const id = typeof row === 'string' ? row : isRow ? row.id : '';
  const goal = snapshot.goals.get(id);
  const node = snapshot.records.get(id) ?? (goal ? goalAsRecord(goal, snapshot) : await pickRecord(snapshot));
  return node && { node, snapshot };
}

async function pickRecord(snapshot: Snapshot): Promise<RecordNode | undefined> {
  const larger = [...snapshot.goals.values()].filter(({ goal }) => goal.kind !== 'micro');
  const goals = larger.flatMap((node) => goalAsRecord(node, snapshot) ?? []);
  const rows = [...goals, ...snapshot.records.values()].map((node) => ({
    label: `$(${node.kind.icon}) ${escapeIcons(visible(recordLine(node)))}`,
    description: declaredWord(node.kind.label),
    node,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    placeHolder: t('Choose what to change'),
    matchOnDescription: true,
  });
  return picked?.node;
}
