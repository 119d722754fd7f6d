import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';
import { remember } from '../service/remember';
import type { TeamPanelDeps } from './teamPanelDeps';
import { VIEW_TYPE } from './teamPanelDeps';

/**
 * The command that shows the team panel, and its return after a restart of the editor. There is at most one panel; its code is read
 * when it is wanted.
 */
export function registerTeamPanel(context: vscode.ExtensionContext, deps: TeamPanelDeps): void {
  const { subscriptions } = context;
  const panel = remember(async () => {
    const { TeamPanel } = await import('./teamPanel');
    const made = new TeamPanel(context.extensionUri, deps);
    subscriptions.push(made);
    return made;
  });
  subscriptions.push(
    vscode.commands.registerCommand(COMMANDS.showTeamProgress, async () => {
      (await panel.get()).show();
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(restored) {
        (await panel.get()).adopt(restored);
      },
    }),
  );
}
