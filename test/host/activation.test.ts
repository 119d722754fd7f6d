import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in VS Code', () => {
  it('is found and becomes active', async () => {
    const extension = vscode.extensions.getExtension('micro-goals.micro-goals');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
