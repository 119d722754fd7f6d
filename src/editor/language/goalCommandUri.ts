import * as vscode from 'vscode';
import type { COMMANDS } from '../contributions';

/** Returns a link that runs one of our commands on a goal. Callers pass only valid ids. */
export function goalCommandUri(command: typeof COMMANDS.openGoal | typeof COMMANDS.toggleDone, id: string): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([id]))}`);
}
