import * as vscode from 'vscode';

const SAID_FOR_MILLIS = 3000;

/** Says in the status bar that something was done that nothing else shows. */
export function sayBriefly(text: string): void {
  vscode.window.setStatusBarMessage(text, SAID_FOR_MILLIS);
}
