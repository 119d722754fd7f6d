import * as vscode from 'vscode';
import type { BranchGoal } from '../../core/snapshot/branchPlaces';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { carryOverEdits } from '../records/carryOverEdits';
import type { GoalService } from '../service/goalService';
import { statusEdit } from '../records/statusEdit';
import type { FileEdit } from '../service/undoHistory';
import type { TreeElement } from './element';

type Ticking = Pick<GoalService, 'snapshot' | 'place' | 'apply'>;

/** Ticks the rows that have a box, or takes the ticks back; nothing where none has one. */
export async function toggleRows(service: Ticking, rows: readonly TreeElement[]): Promise<void> {
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  const boxes = rows.flatMap((row) => {
    const isDone = isTicked(row, service.snapshot);
    return isDone === undefined ? [] : [[row, isDone ? Unchecked : Checked] as const];
  });
  await tickBoxes(service, boxes);
}

/** What the box of a row says; undefined where it has none. */
function isTicked(row: TreeElement, snapshot: Snapshot | undefined): boolean | undefined {
  if (row.type !== 'goal' && row.type !== 'branchGoal') return undefined;
  const shown = row.type === 'goal' ? snapshot?.goals : snapshot?.branches?.onlyElsewhere;
  const goal = shown?.get(row.id)?.goal;
  return goal && goal.status === 'done';
}

/** Each box as the person has set it. */
export async function tickBoxes(
  service: Ticking,
  items: readonly (readonly [TreeElement, vscode.TreeItemCheckboxState])[],
): Promise<void> {
  const edits: FileEdit[] = [];
  for (const [row, state] of items) {
    const elsewhere = row.type === 'branchGoal' ? service.snapshot?.branches?.onlyElsewhere.get(row.id) : undefined;
    if (elsewhere) edits.push(...(await tickElsewhere(service, elsewhere, state)));
    const { snapshot } = service;
    const node = row.type === 'goal' ? snapshot?.goals.get(row.id) : undefined;
    if (!snapshot || !node) continue;
    const status = state === vscode.TreeItemCheckboxState.Checked ? 'done' : 'open';
    edits.push({ path: node.source, changes: statusEdit(node, status, snapshot) });
  }
  if (edits.length > 0) await service.apply(edits);
}

/** A goal that only other branches have is written here first. */
async function tickElsewhere(
  service: Ticking,
  found: BranchGoal,
  state: vscode.TreeItemCheckboxState,
): Promise<readonly FileEdit[]> {
  const [first, ...more] = await carryOverEdits(service, [found]);
  if (!first || !service.snapshot) return [];
  const status = state === vscode.TreeItemCheckboxState.Checked ? 'done' : 'open';
  return [
    {
      ...first,
      changes: [...first.changes, ...statusEdit({ goal: found.goal, source: '' }, status, service.snapshot)],
    },
    ...more,
  ];
}
