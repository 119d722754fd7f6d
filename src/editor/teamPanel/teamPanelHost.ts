import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';
import { remember } from '../service/remember';
import type { Services } from '../service/services';
import type { TeamPanelDeps } from './teamPanelDeps';
import { VIEW_TYPE } from './teamPanelDeps';

/**
 * Registers the command that shows the team panel, and restores the panel after a restart of the editor. There is at most one panel; its
 * code is loaded when it is first wanted.
 */
export function registerTeamPanel(services: Services): void {
  const { context, subscriptions, register } = services;
  const panel = remember(async () => {
    const { TeamPanel } = await import('./teamPanel');
    const made = new TeamPanel(context.extensionUri, panelDeps(services));
    subscriptions.push(made);
    return made;
  });
  register(COMMANDS.showTeamProgress, async () => {
    (await panel.get()).show();
  });
  subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(restored) {
        (await panel.get()).adopt(restored);
      },
    }),
  );
}

function panelDeps({ service, log, report }: Services): TeamPanelDeps {
  return {
    current: () => service.snapshot,
    onDidChange: service.onDidChange,
    log,
    saveForm: async (form) => (await import('../records/saveForm')).saveForm(service, form, report),
    burnUp: async (id) => (await import('./goalBurnUp')).goalBurnUp(service, id),
    run: (command, ...args) => vscode.commands.executeCommand(command, ...args),
  };
}
