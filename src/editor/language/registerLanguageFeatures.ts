import * as vscode from 'vscode';
import type { CommandDeps } from '../commands/deps';
import { COMMANDS } from '../contributions';
import { registerCommitDetails } from './commitDetails';
import { ANY_TEXT, COMMIT_MESSAGES, TEXT_FILES } from './documents';
import { GoalCompletion } from './goalCompletion';
import { GoalHover } from './goalHover';
import { GoalLinks } from './goalLinks';
import { TodoActions } from './todoActions';

/**
 * Goals where text is written: commit messages and comments. The editor asks when it wants to show something; nothing here
 * listens to changes of a text.
 */
export function registerLanguageFeatures(deps: CommandDeps): void {
  const { service, subscriptions, register } = deps;
  const { languages } = vscode;
  registerCommitDetails(deps);
  register(COMMANDS.makeGoalOfTodo, async (target) => {
    const { makeGoalOfTodo } = await import('./makeGoalOfTodo');
    await makeGoalOfTodo(deps, target);
  });
  subscriptions.push(
    languages.registerCompletionItemProvider(COMMIT_MESSAGES, new GoalCompletion(service, 'trailer'), ':', ' '),
    languages.registerCompletionItemProvider(TEXT_FILES, new GoalCompletion(service, 'todo'), '('),
    languages.registerHoverProvider(ANY_TEXT, new GoalHover(service)),
    languages.registerDocumentLinkProvider(COMMIT_MESSAGES, new GoalLinks(service)),
    languages.registerCodeActionsProvider(TEXT_FILES, new TodoActions(), {
      providedCodeActionKinds: TodoActions.kinds,
    }),
  );
}
