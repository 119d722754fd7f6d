import * as vscode from 'vscode';
import type { Services } from '../service/services';

/** Opens the goals anew when the folder, trust or a setting changes, and reads them again when the window gets the focus. */
export function registerWindowEvents({ subscriptions, service, report }: Services): void {
  const open = (): void => {
    service.open().catch(report);
  };
  const folderOf = (editor: vscode.TextEditor | undefined): vscode.WorkspaceFolder | undefined =>
    editor && vscode.workspace.getWorkspaceFolder(editor.document.uri);
  subscriptions.push(
    vscode.workspace.onDidChangeWorkspaceFolders(open),
    // Not only a save counts: this is also the last event of a document whose unsaved text is discarded.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const isGoals = service.place?.goalPaths.includes(document.uri.fsPath) === true;
      // Edits that waited for this text can be written now.
      if (isGoals && !document.isDirty) service.saveAgain().catch(report);
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(open),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('microGoals')) open();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      // In a multi-root workspace the goals are those of the folder the person works in.
      const folder = folderOf(editor);
      if (folder && folder.uri.fsPath !== service.place?.folder) open();
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      // One look when the person comes back covers a new day, or a network drive without change events.
      if (focused) service.refreshGit().catch(report);
    }),
  );
}
