import * as vscode from 'vscode';
import { GoalFileError } from '../../core/document/fileReading';

/** Whether an editor of this window holds changes of a file that are not saved. */
export function isDirty(path: string): boolean {
  return vscode.workspace.textDocuments.some((each) => each.isDirty && each.uri.fsPath === path);
}

/** A person's unsaved text must not be written under; what waits follows when they save it or let it go. @throws GoalFileError */
export function refuseDirty(path: string): void {
  if (isDirty(path)) throw new GoalFileError('dirty', `${path} has unsaved changes in an editor.`);
}
