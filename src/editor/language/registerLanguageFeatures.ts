import * as vscode from 'vscode';
import type { CommandDeps } from '../commands/deps';
import { COMMANDS } from '../contributions';
import type { GoalService } from '../service/goalService';
import { remember } from '../service/remember';
import { ANY_TEXT, COMMIT_MESSAGES, TEXT_FILES } from './documents';
import type { GoalCompletion } from './goalCompletion';
import { GoalLinks } from './goalLinks';
import { registerCommitDetails } from './registerCommitDetails';

/**
 * Registers the features that show goals in commit messages and comments. The editor asks when it wants to show something; nothing here
 * listens to changes of a text.
 */
export function registerLanguageFeatures(deps: CommandDeps): void {
  const { service, subscriptions, register } = deps;
  const { languages } = vscode;
  registerCommitDetails(deps);
  register(COMMANDS.makeGoalOfTodo, async ({ given: [target] }) => {
    const { makeGoalOfTodo } = await import('./makeGoalOfTodo');
    await makeGoalOfTodo(deps, target);
  });
  subscriptions.push(
    languages.registerCompletionItemProvider(COMMIT_MESSAGES, goalCompletion(service, 'trailer'), ':', ' '),
    languages.registerCompletionItemProvider(TEXT_FILES, goalCompletion(service, 'todo'), '('),
    languages.registerHoverProvider(ANY_TEXT, goalHover(service)),
    languages.registerDocumentLinkProvider(COMMIT_MESSAGES, new GoalLinks(service)),
    languages.registerCodeActionsProvider(TEXT_FILES, todoActions(), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}

/** Returns a provider whose code is loaded when the editor first asks. */
function goalCompletion(
  service: GoalService,
  place: ConstructorParameters<typeof GoalCompletion>[1],
): vscode.CompletionItemProvider {
  const loaded = remember(async () => new (await import('./goalCompletion')).GoalCompletion(service, place));
  return {
    provideCompletionItems: async (document, position) =>
      (await loaded.get()).provideCompletionItems(document, position),
    resolveCompletionItem: async (item) => (await loaded.get()).resolveCompletionItem(item),
  };
}

function goalHover(service: GoalService): vscode.HoverProvider {
  const loaded = remember(async () => new (await import('./goalHover')).GoalHover(service));
  return { provideHover: async (document, position) => (await loaded.get()).provideHover(document, position) };
}

function todoActions(): vscode.CodeActionProvider {
  const loaded = remember(async () => new (await import('./todoActions')).TodoActions());
  return { provideCodeActions: async (document, range) => (await loaded.get()).provideCodeActions(document, range) };
}
