import path from 'node:path';
import * as vscode from 'vscode';
import { currentFolder } from '../service/currentFolder';
import type { Services } from '../service/services';
import { readSettings } from '../service/settings';

/** Makes `microgoals` a command in the editor's terminals. */
export function registerTerminalPath({ context }: Services): void {
  const { email, personalFile, cleanTree } = readSettings(currentFolder());
  const { environmentVariableCollection: variables } = context;
  variables.description = vscode.l10n.t('The command line `microgoals`');
  variables.prepend('PATH', `${context.asAbsolutePath(path.join('media', 'bin'))}${path.delimiter}`);
  // The command line uses the same person and the same file.
  setOrDelete(variables, 'MICROGOALS_PERSONAL_FILE', personalFile);
  setOrDelete(variables, 'MICROGOALS_EMAIL', email);
  setOrDelete(variables, 'MICROGOALS_CLEAN_TREE', cleanTree ? '1' : '');
  // On machines without Node, the editor can run the command line.
  variables.replace('MICROGOALS_RUNTIME', process.execPath);
}

function setOrDelete(variables: vscode.EnvironmentVariableCollection, name: string, value: string): void {
  if (value === '') variables.delete(name);
  else variables.replace(name, value);
}
