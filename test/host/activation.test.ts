import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in VS Code', () => {
  let extension: vscode.Extension<unknown>;

  before(() => {
    const found = vscode.extensions.getExtension('micro-goals.micro-goals');
    assert.ok(found);
    extension = found;
  });

  it('is found and becomes active', async () => {
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('knows every command that its menus, keys and the palette offer', async () => {
    await extension.activate();
    const known = new Set(await vscode.commands.getCommands(true));
    const { contributes } = extension.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    assert.ok(contributes.commands.length > 50);
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});
