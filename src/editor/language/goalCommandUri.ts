import * as vscode from 'vscode';
import type { COMMANDS } from '../contributions';

/** A link that runs one of our commands on a goal; only a valid id ever comes here. */
export function goalCommandUri(command: typeof COMMANDS.openGoal | typeof COMMANDS.toggleDone, id: string): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([id]))}`);
}
