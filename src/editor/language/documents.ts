import type * as vscode from 'vscode';

/** Commit messages: git's own file in an editor, and the input box of source control. */
export const COMMIT_MESSAGES: vscode.DocumentSelector = [{ language: 'git-commit' }, { language: 'scminput' }];

/** Code and any other text that a person edits. */
export const TEXT_FILES: vscode.DocumentSelector = [{ scheme: 'file' }, { scheme: 'untitled' }];

/** Everything that can contain the id of a goal; `git` stands for older versions of files, as shown in a comparison. */
export const ANY_TEXT: vscode.DocumentSelector = [
  { language: 'git-commit' },
  { language: 'scminput' },
  { scheme: 'file' },
  { scheme: 'untitled' },
  { scheme: 'git' },
];
