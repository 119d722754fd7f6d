import * as vscode from 'vscode';

/**
 * Gives one answer to all that is asked until it is over. The editor tells no extension that it asks something, so the answer is
 * given again and again; where nothing is asked it does nothing.
 */
export async function answer(asking: Thenable<unknown>, command: string): Promise<void> {
  const state = { over: false };
  const ending = Promise.resolve(asking).finally(() => {
    state.over = true;
  });
  while (!state.over) await vscode.commands.executeCommand(command);
  await ending;
}

/** Runs a command of the product and takes the first row of whatever it asks, as often as it asks. */
export async function accept(command: string, ...args: unknown[]): Promise<void> {
  const asking = vscode.commands.executeCommand(`microGoals.${command}`, ...args);
  await answer(asking, 'workbench.action.acceptSelectedQuickOpenItem');
}
