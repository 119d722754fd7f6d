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
    // Not only a save: unsaved text is let go of, too, and either ends what its document is told of last.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const isGoals = service.place?.goalPaths.includes(document.uri.fsPath) === true;
      // What waited for this text can be written now.
      if (isGoals && !document.isDirty) service.saveAgain().catch(report);
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(open),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('microGoals')) open();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      // In a multi-root workspace the goals are those of the folder that is worked in.
      const folder = folderOf(editor);
      if (folder && folder.uri.fsPath !== service.place?.folder) open();
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      // A new day, a network drive without change events: one look when the person comes back.
      if (focused) service.refreshGit().catch(report);
    }),
  );
}
