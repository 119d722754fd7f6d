import * as vscode from 'vscode';

/** Returns the folder whose goals are shown: the active editor's, else the first; undefined if none is open. */
export function currentFolder(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofEditor = active?.scheme === 'file' ? vscode.workspace.getWorkspaceFolder(active) : undefined;
  return (ofEditor ?? vscode.workspace.workspaceFolders?.[0])?.uri;
}
