import * as vscode from 'vscode';
import type { Ticking } from '../records/tickGoals';
import { tickGoals } from '../records/tickGoals';
import type { TreeElement } from './element';

/** Ticks the rows that have a box, or unticks them; does nothing if none has one. */
export async function toggleRows(service: Ticking, rows: readonly TreeElement[]): Promise<void> {
  const wanted = rows.flatMap((row) => {
    if (row.type !== 'goal' && row.type !== 'branchGoal') return [];
    const shown = row.type === 'goal' ? service.snapshot?.goals : service.snapshot?.branches?.onlyElsewhere;
    const goal = shown?.get(row.id)?.goal;
    return goal ? [[row.id, goal.status !== 'done'] as const] : [];
  });
  await tickGoals(service, new Map(wanted));
}

/** Ticks goals as the person has set the boxes. */
export async function tickBoxes(
  service: Ticking,
  items: readonly (readonly [TreeElement, vscode.TreeItemCheckboxState])[],
): Promise<void> {
  const { Checked } = vscode.TreeItemCheckboxState;
  const wanted = items.flatMap(([row, state]) =>
    row.type === 'goal' || row.type === 'branchGoal' ? [[row.id, state === Checked] as const] : [],
  );
  await tickGoals(service, new Map(wanted));
}
