import * as vscode from 'vscode';

/** The folder whose goals are shown: that of the active editor, else the first; undefined where none is open. */
export function currentFolder(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofEditor = active?.scheme === 'file' ? vscode.workspace.getWorkspaceFolder(active) : undefined;
  return (ofEditor ?? vscode.workspace.workspaceFolders?.[0])?.uri;
}
