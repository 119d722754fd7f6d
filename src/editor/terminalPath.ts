import path from 'node:path';
import * as vscode from 'vscode';

/** Makes `microgoals` a command in the editor's terminals. */
export function registerTerminalPath(context: vscode.ExtensionContext): void {
  const { environmentVariableCollection: variables } = context;
  variables.description = vscode.l10n.t('The command line `microgoals`');
  variables.prepend('PATH', `${context.asAbsolutePath(path.join('media', 'bin'))}${path.delimiter}`);
  // For machines without Node: the editor can run the command line, too.
  variables.replace('MICROGOALS_RUNTIME', process.execPath);
}
