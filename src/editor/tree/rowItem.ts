import * as vscode from 'vscode';

/** Returns a row. @param key identity of the row within its tree */
export function rowItem(label: string, key: string, state: vscode.TreeItemCollapsibleState): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.id = key;
  return item;
}
