import * as vscode from 'vscode';
import { linkableGoals } from '../../core/commits/linkableGoals';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import type { TypedReference } from '../../core/text/goalReference';
import { TRAILER_KEYS, typedTodo, typedTrailer } from '../../core/text/goalReference';
import { escapeIcons, oneLine } from '../../core/text/safeText';
import type { GoalService } from '../service/goalService';
import { wholeTooltip } from '../tree/wholeTooltip';

const { t } = vscode.l10n;
const TITLE_LENGTH = 80;

class GoalItem extends vscode.CompletionItem {
  constructor(
    label: vscode.CompletionItemLabel,
    readonly node: GoalNode,
  ) {
    super(label, vscode.CompletionItemKind.Reference);
  }
}

/** Provider that suggests team goals where you type one: after a trailer key in a commit message, or in `TODO(…)`. */
export class GoalCompletion implements vscode.CompletionItemProvider {
  readonly #service: GoalService;
  readonly #typed: (document: vscode.TextDocument, position: vscode.Position) => TypedReference | undefined;

  constructor(service: GoalService, place: 'trailer' | 'todo') {
    this.#service = service;
    this.#typed = place === 'trailer' ? trailerAt : todoAt;
  }

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    const typed = this.#typed(document, position);
    const snapshot = this.#service.snapshot;
    if (!typed || !snapshot) return [];
    const range = new vscode.Range(position.line, typed.from, position.line, typed.to);
    if (typed.type === 'key') return TRAILER_KEYS.map((key, index) => keyItem(key, index, range));
    return linkableGoals(snapshot).map((node, index) => goalItem(node, index, snapshot, typed, range));
  }

  async resolveCompletionItem(item: vscode.CompletionItem): Promise<vscode.CompletionItem> {
    const snapshot = this.#service.snapshot;
    if (item instanceof GoalItem && snapshot) item.documentation = await wholeTooltip(item.node, snapshot);
    return item;
  }
}

/** Returns the trailer typed at a position; the first line is the subject, where "Goal" is an ordinary word. */
function trailerAt(document: vscode.TextDocument, { line, character }: vscode.Position): TypedReference | undefined {
  const typed = typedTrailer(document.lineAt(line).text, character);
  return typed?.type === 'key' && line === 0 ? undefined : typed;
}

function todoAt(document: vscode.TextDocument, { line, character }: vscode.Position): TypedReference | undefined {
  return typedTodo(document.lineAt(line).text, character);
}

function keyItem(key: (typeof TRAILER_KEYS)[number], index: number, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Keyword);
  item.detail = key === 'Goal' ? t('This commit works on a goal') : t('This commit completes a goal');
  item.sortText = String(index);
  item.insertText = `${key}: `;
  item.range = range;
  item.command = { command: 'editor.action.triggerSuggest', title: t('Choose a goal') };
  return item;
}

function goalItem(
  node: GoalNode,
  index: number,
  { active }: Snapshot,
  typed: TypedReference,
  range: vscode.Range,
): vscode.CompletionItem {
  const { id, title } = node.goal;
  const shown = escapeIcons(oneLine(title, TITLE_LENGTH));
  const item = new GoalItem({ label: id, description: shown }, node);
  item.detail = shown;
  // A person knows the title, not the id.
  item.filterText = `${id} ${oneLine(title, TITLE_LENGTH)}`;
  item.sortText = String(index).padStart(6, '0');
  item.preselect = id === active;
  const before = typed.type === 'trailer' && !typed.spaced ? ' ' : '';
  const after = typed.type === 'todo' && !typed.closed ? '): ' : '';
  item.insertText = `${before}${id}${after}`;
  item.range = range;
  return item;
}
