import * as vscode from 'vscode';
import { GoalFileError } from '../../core/document/fileReading';

/** Tells whether an editor of this window has unsaved changes of a file. */
export function isDirty(path: string): boolean {
  return vscode.workspace.textDocuments.some((each) => each.isDirty && each.uri.fsPath === path);
}

/** Refuses to write a file with unsaved text in an editor; edits follow when it is saved or discarded. @throws GoalFileError */
export function refuseDirty(path: string): void {
  if (isDirty(path)) throw new GoalFileError('dirty', `${path} has unsaved changes in an editor.`);
}
