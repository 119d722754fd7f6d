import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

const TEXT = `{
  "version": 1,
  "records": {
    "g-4kq7w2m9xd": { "title": "Ship it", "status": "later" },
    "g-4kq7w2m9xe": { "title": "Sleep", "" }
  }
}
`;

describe('the JSON Schema of the goals file', () => {
  const folder = path.join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', '.microgoals');
  let document: vscode.TextDocument;

  before(async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'goals.json'), TEXT);
    document = await vscode.workspace.openTextDocument(path.join(folder, 'goals.json'));
    await vscode.window.showTextDocument(document);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  });

  it('marks a value that is not allowed', async () => {
    const isFound = (): boolean =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ source, range }) => source !== 'Micro Goals' && document.getText(range) === '"later"');
    while (!isFound()) {
      await new Promise<void>((resolve) => {
        const subscription = vscode.languages.onDidChangeDiagnostics(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
  });

  it('completes the names of members', async () => {
    const position = document.positionAt(TEXT.indexOf('""') + 1);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const name of ['due', 'status', 'owner', 'parent'])
      assert.ok(labels.includes(name), `${name} of ${labels.join()}`);
  });
});
