import * as vscode from 'vscode';
import type { CommandDeps } from '../commands/deps';
import { COMMANDS, SETTINGS } from '../contributions';
import { remember } from '../service/remember';

/** Registers *Waiting on me*; its code is loaded with the first goals. */
export function registerWaiting(deps: CommandDeps): void {
  const { service, subscriptions, register, log } = deps;
  const loaded = remember(async () => {
    const view = new (await import('./waitingView')).WaitingView(service);
    subscriptions.push(view);
    return view;
  });
  const show = async (): Promise<void> => {
    const view = await loaded.get();
    if (service.snapshot) view.show(service.snapshot);
  };
  const showOrLog = (): void => {
    show().catch((error: unknown) => {
      log.error('what waits could not be shown', error);
    });
  };
  subscriptions.push(
    service.onDidChange(showOrLog),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTINGS.badge)) showOrLog();
    }),
  );
  register(COMMANDS.actOnWaiting, async (call) => (await loaded.get()).act(call));
  register(COMMANDS.showBadge, () => setBadge(true));
  register(COMMANDS.hideBadge, () => setBadge(false));
}

async function setBadge(isShown: boolean): Promise<void> {
  await vscode.workspace.getConfiguration().update(SETTINGS.badge, isShown, vscode.ConfigurationTarget.Global);
}
