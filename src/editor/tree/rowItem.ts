import * as vscode from 'vscode';

/** @param key the identity of the row within its tree. */
export function rowItem(label: string, key: string, state: vscode.TreeItemCollapsibleState): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.id = key;
  return item;
}
