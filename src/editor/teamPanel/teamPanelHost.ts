import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';
import { TeamPanel, VIEW_TYPE } from './teamPanel';
import type { TeamPanelDeps } from './teamPanelDeps';

/** The command that shows the team panel, and its return after a restart of the editor. There is at most one panel. */
export function registerTeamPanel(context: vscode.ExtensionContext, deps: TeamPanelDeps): vscode.Disposable {
  const panel = new TeamPanel(context.extensionUri, deps);
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(COMMANDS.showTeamProgress, () => {
      panel.show();
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel(restored) {
        panel.adopt(restored);
        return Promise.resolve();
      },
    }),
  );
}
