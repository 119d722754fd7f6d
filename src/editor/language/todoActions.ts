import * as vscode from 'vscode';
import type { Scope } from '../../core/snapshot/snapshot';
import { todoComment } from '../../core/text/todoComment';
import { COMMANDS } from '../contributions';
import { readSettings } from '../service/settings';
import type { TodoTarget } from './makeGoalOfTodo';

const { t } = vscode.l10n;

/** Provider that offers to make a goal of a `TODO: text` comment. */
export class TodoActions implements vscode.CodeActionProvider {
  provideCodeActions(document: vscode.TextDocument, { start }: vscode.Range): vscode.CodeAction[] {
    if (!todoComment(document.lineAt(start.line).text)) return [];
    const { defaultScope } = readSettings(vscode.workspace.getWorkspaceFolder(document.uri)?.uri);
    const action = (title: string, scope: Scope): vscode.CodeAction => {
      const target: TodoTarget = { uri: document.uri, line: start.line, scope };
      const result = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      result.command = { command: COMMANDS.makeGoalOfTodo, title, arguments: [target] };
      return result;
    };
    const makeTeamGoal = action(t('Make this a team goal'), 'team');
    return defaultScope === 'team'
      ? [action(t('Make this a goal'), 'team'), action(t('Make this a personal goal'), 'personal')]
      : [action(t('Make this a goal'), 'personal'), makeTeamGoal];
  }
}
