import * as vscode from 'vscode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons, visible } from '../../core/text/safeText';
import { goalTexts } from '../tree/treeItem';

export interface GoalPick extends vscode.QuickPickItem {
  readonly id: string;
}

export function goalPick(node: GoalNode, snapshot: Snapshot): GoalPick {
  const { goal } = node;
  const mark =
    goal.status === 'done' ? '$(check)' : goal.id === snapshot.active ? '$(play-circle)' : '$(circle-large-outline)';
  return {
    id: goal.id,
    label: `${mark} ${escapeIcons(visible(goal.title))}`,
    description: escapeIcons(goalTexts(node, snapshot).join(' · ')),
  };
}

/** Lets the person choose one of the goals; returns undefined if they cancelled. */
export async function pickGoal(
  nodes: readonly GoalNode[],
  snapshot: Snapshot,
  placeHolder: string,
): Promise<GoalNode | undefined> {
  const picked = await vscode.window.showQuickPick(
    nodes.map((node) => goalPick(node, snapshot)),
    { placeHolder, matchOnDescription: true },
  );
  return picked && snapshot.goals.get(picked.id);
}
