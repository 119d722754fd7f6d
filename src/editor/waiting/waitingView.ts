import * as vscode from 'vscode';
import { dayOf } from '../../core/snapshot/calendar';
import { uncountedSignature } from '../../core/pacts/pactWaiting';
import { recordTitle } from '../../core/okr/relationText';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { Waiting } from '../../core/team/waiting';
import { waitingOnMe } from '../../core/team/waiting';
import { escapeIcons, oneLine, visible } from '../../core/text/safeText';
import { CONTEXT_KEYS, SETTINGS, VIEWS } from '../contributions';
import type { GoalService } from '../service/goalService';
import { dayWord, personWord } from '../texts/words';
import type { Call } from '../tree/call';
import { revealIfThere } from '../tree/revealIfThere';
import { rowAfter } from './rowAfter';
import { waitingAction } from './waitingActions';

const { t } = vscode.l10n;
const LONGEST = 100;

/** Row in the shape of a goal's row, so that commands on goals work on it. */
export interface WaitingRow {
  readonly type: 'goal';
  readonly key: string;
  readonly id: string;
  readonly waiting: Waiting;
}

/** View of what only the person at the keyboard can move on; it is there only while something waits. */
export class WaitingView implements vscode.TreeDataProvider<WaitingRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #service: Pick<GoalService, 'snapshot'>;
  readonly #view: vscode.TreeView<WaitingRow>;
  #rows: readonly WaitingRow[] = [];
  /** Number of rows being acted on: a command may have a box open that must keep the keyboard. */
  #acts = 0;

  constructor(service: Pick<GoalService, 'snapshot'>) {
    this.#service = service;
    this.#view = vscode.window.createTreeView(VIEWS.waiting, { treeDataProvider: this });
  }

  getChildren(element?: WaitingRow): WaitingRow[] {
    return element ? [] : [...this.#rows];
  }

  /** Returns nothing: no row has a parent, and `reveal` asks for it. */
  getParent(): undefined {
    return undefined;
  }

  getTreeItem({ key, waiting }: WaitingRow): vscode.TreeItem {
    const { snapshot } = this.#service;
    const { icon, word } = waitingAction(waiting.what);
    const title = snapshot ? titleOf(waiting, snapshot) : '';
    const item = new vscode.TreeItem(`${word}: ${title}`, vscode.TreeItemCollapsibleState.None);
    const description = snapshot ? aboutOf(waiting, snapshot) : '';
    item.id = key;
    item.description = description;
    item.iconPath = new vscode.ThemeIcon(icon);
    item.contextValue = `;goal;waiting;${waiting.what};`;
    item.tooltip = [`${word}: ${title}`, description, t('Enter, or the button on the right')].join('\n');
    item.accessibilityInformation = { label: [`${word}: ${title}`, description].filter(Boolean).join(', ') };
    return item;
  }

  /** Shows what waits according to a snapshot. */
  show(snapshot: Snapshot): void {
    const waiting = waitingOnMe(snapshot);
    this.#rows = waiting.map((each) => {
      const key = [each.what, each.goal, each.record ?? ''].join('/');
      return { type: 'goal', key, id: each.goal, waiting: each };
    });
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.hasWaiting, waiting.length > 0);
    const isShown = vscode.workspace.getConfiguration().get<boolean>(SETTINGS.badge, true) && waiting.length > 0;
    this.#view.badge = isShown
      ? { value: waiting.length, tooltip: t('Waiting on you: {0}', waiting.length) }
      : undefined;
    this.#changed.fire(undefined);
  }

  /** Does what a row asks for: the given row, the selected one, or the one that the person chooses. */
  async act({ row, isOnRow }: Call): Promise<void> {
    const chosen = isWaitingRow(row) ? row : (this.#view.selection[0] ?? (await this.#pick()));
    if (!chosen) return;
    const { command, of } = waitingAction(chosen.waiting.what);
    const { record = chosen.id } = chosen.waiting;
    const id = of === 'goal' ? chosen.id : record;
    const index = this.#rows.findIndex(({ key }) => key === chosen.key);
    this.#acts += 1;
    try {
      await vscode.commands.executeCommand(command, ...(id === '' ? [] : [id]));
    } finally {
      this.#acts -= 1;
    }
    if ((chosen === row || isOnRow) && this.#acts === 0) await this.#goOn(chosen.key, index);
  }

  /** Moves the keyboard to the row that took the place of the settled one, or to the goals if none is left. */
  async #goOn(key: string, index: number): Promise<void> {
    const next = rowAfter(key, index, this.#rows);
    if (next === 'none') await vscode.commands.executeCommand(`${VIEWS.team}.focus`);
    else if (next) await revealIfThere(this.#view, next, { select: true, focus: true });
  }

  async #pick(): Promise<WaitingRow | undefined> {
    const { snapshot } = this.#service;
    if (!snapshot) return undefined;
    const picks = this.#rows.map((row) => {
      const { icon, word } = waitingAction(row.waiting.what);
      const label = `$(${icon}) ${escapeIcons(`${word}: ${titleOf(row.waiting, snapshot)}`)}`;
      return { label, description: escapeIcons(aboutOf(row.waiting, snapshot)), row };
    });
    const placeHolder = picks.length > 0 ? t('Waiting on you') : t('Nothing waits for you');
    return (await vscode.window.showQuickPick(picks, { placeHolder }))?.row;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function isWaitingRow(value: unknown): value is WaitingRow {
  return typeof value === 'object' && value !== null && 'waiting' in value && 'key' in value;
}

function titleOf({ goal }: Waiting, { goals }: Snapshot): string {
  return visible(oneLine(goals.get(goal)?.goal.title ?? t('the whole'), LONGEST));
}

function aboutOf({ what, goal, record, since }: Waiting, snapshot: Snapshot): string {
  const node = record === undefined ? undefined : snapshot.records.get(record);
  const day = since === undefined ? undefined : dayWord(dayOf(since, snapshot.calendar.zone), snapshot.calendar.today);
  const isAskedAgain = what === 'sign' && uncountedSignature(snapshot, goal) !== undefined;
  return [
    ...(isAskedAgain ? [t('the signature in your name does not count')] : []),
    ...(what === 'declined' ? [personWord(node?.author ?? '', snapshot.people)] : []),
    ...(node ? [oneLine(recordTitle(node, snapshot, t), LONGEST)] : []),
    ...(day === undefined ? [] : [t('since {0}', day)]),
  ].join(' · ');
}
