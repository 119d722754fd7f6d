import * as vscode from 'vscode';
import { fileOf } from '../../core/space/goalSpace';
import { isClosed } from '../../core/snapshot/goalStanding';
import { addGoal, newGoalDefaults } from '../../core/changes/goalActions';
import { lastOrder, siblingsBelow } from '../../core/goals/moveGoal';
import type { Scope } from '../../core/snapshot/snapshot';
import type { TodoComment } from '../../core/text/todoComment';
import { todoComment } from '../../core/text/todoComment';
import { systemRandom } from '../../store/nodePorts';
import { PlainError } from '../service/commandBoundary';
import type { CommandDeps } from '../commands/deps';
import { currentSnapshot } from '../commands/targets';
import { readSettings } from '../service/settings';

const { t } = vscode.l10n;

/** Line of a `TODO: text` comment, and the scope of the goal to make of it. */
export interface TodoTarget {
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly scope: Scope;
}

/**
 * Adds a goal with the text of a comment. A team goal is named in the comment, `TODO(g-4kq7w2m9xd): text`; a personal one leaves no trace
 * in a file that others see. From the palette, the comment at the cursor is meant.
 */
export async function makeGoalOfTodo(deps: CommandDeps, given: unknown): Promise<void> {
  const { uri, line, scope } = isTodoTarget(given) ? given : targetAtCursor();
  const document = await vscode.workspace.openTextDocument(uri);
  const todo = todoAt(document, line);
  if (!todo) throw new PlainError(t('There is no comment "TODO: text" on this line.'));
  const id = await addGoalOf(deps, todo, scope);
  if (scope === 'team') await nameGoal(document, line, todo, id);
}

function isTodoTarget(value: unknown): value is TodoTarget {
  if (typeof value !== 'object' || value === null) return false;
  if (!('uri' in value && 'line' in value && 'scope' in value)) return false;
  const isScope = value.scope === 'team' || value.scope === 'personal';
  return value.uri instanceof vscode.Uri && typeof value.line === 'number' && isScope;
}

function targetAtCursor(): TodoTarget {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new PlainError(t('There is no comment "TODO: text" on this line.'));
  const { uri } = editor.document;
  const { defaultScope } = readSettings(vscode.workspace.getWorkspaceFolder(uri)?.uri);
  return { uri, line: editor.selection.active.line, scope: defaultScope };
}

function todoAt(document: vscode.TextDocument, line: number): TodoComment | undefined {
  return line < document.lineCount ? todoComment(document.lineAt(line).text) : undefined;
}

async function addGoalOf(deps: CommandDeps, { text }: TodoComment, scope: Scope): Promise<string> {
  const snapshot = await currentSnapshot(deps);
  const place = deps.service.place;
  if (!place) throw new PlainError(t('The goals are not read yet.'));
  const isKnown = [...snapshot.goals.values()].some(
    (node) => node.scope === scope && node.goal.title === text && !isClosed(node),
  );
  if (isKnown) throw new PlainError(t('There is an open goal with this title already.'));
  const order = lastOrder(snapshot, siblingsBelow(snapshot, undefined, scope));
  const fields = { title: text, order, ...newGoalDefaults(scope, 'micro', snapshot.me) };
  const { id, change } = addGoal(fields, systemRandom);
  await deps.service.apply([{ path: fileOf(place.space, scope).path, changes: [change] }]);
  return id;
}

/** Writes the id of the goal into the comment. The goal exists by then, so the comment may have changed. */
async function nameGoal(document: vscode.TextDocument, line: number, todo: TodoComment, id: string): Promise<void> {
  const now = todoAt(document, line);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line, todo.idAt), `(${id})`);
  const isSame = now?.text === todo.text && now.idAt === todo.idAt;
  const isDone = isSame && (await vscode.workspace.applyEdit(edit));
  if (!isDone) throw new PlainError(t('The goal was added. The comment could not be changed and is as it was.'));
}
