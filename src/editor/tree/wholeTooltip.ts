import type * as vscode from 'vscode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';

/** Returns everything about a goal; the code that only tooltips need is loaded with the first one. */
export async function wholeTooltip(node: GoalNode, snapshot: Snapshot): Promise<vscode.MarkdownString> {
  return (await import('./goalTooltip')).goalTooltip(node, snapshot);
}
