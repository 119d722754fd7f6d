import * as vscode from 'vscode';
import type { ContextKey } from '../contributions';
import { CONTEXT_KEYS } from '../contributions';
import type { Services } from '../service/services';
import { viewState } from '../tree/viewState';

/** Registers the context keys that tell menus and welcome texts about the state of the window. */
export function registerContextKeys({ subscriptions, service }: Services): void {
  const known = new Map<ContextKey, unknown>();
  const set = (key: ContextKey, value: unknown): void => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  subscriptions.push(
    service.onDidChange((snapshot) => {
      const { place, history } = service;
      const facts = {
        folder: place?.folder !== undefined,
        git: place?.git ?? 'none',
        trusted: vscode.workspace.isTrusted,
      };
      set(CONTEXT_KEYS.mineState, viewState('personal', snapshot, facts));
      set(CONTEXT_KEYS.teamState, viewState('team', snapshot, facts));
      set(CONTEXT_KEYS.hasRepository, place?.repository !== undefined);
      set(CONTEXT_KEYS.hasUnshared, service.unshared.count > 0);
      set(CONTEXT_KEYS.canUndo, history.canUndo);
      set(CONTEXT_KEYS.canRedo, history.canRedo);
      set(CONTEXT_KEYS.unsaved, service.unsaved.size > 0);
    }),
  );
}
