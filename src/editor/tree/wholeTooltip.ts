import type * as vscode from 'vscode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';

/** Everything about a goal: what only a tooltip says is loaded with the first one that is looked at. */
export async function wholeTooltip(node: GoalNode, snapshot: Snapshot): Promise<vscode.MarkdownString> {
  return (await import('./goalTooltip')).goalTooltip(node, snapshot);
}
