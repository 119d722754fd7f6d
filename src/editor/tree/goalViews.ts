import * as vscode from 'vscode';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { onThisBranch } from '../../core/branches/onThisBranch';
import type { ViewId } from '../contributions';
import { CONTEXT_KEYS, VIEWS } from '../contributions';
import type { GoalService } from '../service/goalService';
import type { Services } from '../service/services';
import type { TreeElement } from './element';
import { goalIds } from './element';
import { GoalDragAndDrop } from './goalDragAndDrop';
import { GoalTree } from './goalTree';
import { revealIfThere } from './revealIfThere';
import type { TreeElements } from './treeElements';
import type { TreeModel } from './treeModel';
import { mineModel, teamModel } from './treeModel';
import type { Unshared } from '../../store/overlayGoalFile';

const { t } = vscode.l10n;

/** Trees of the sidebar, and what is selected in them. */
export interface GoalViews {
  /** Returns the ids of the goals selected in the view used last. */
  selectedGoals(): string[];
  /** Ticks the selected rows that have a box, or unticks them; does nothing if none has one. */
  toggleSelected(): Promise<void>;
  /** Returns the selected row if it is a record and the only one selected. */
  selectedRecord(): TreeElement | undefined;
  /**
   * Runs an action on the selected row; the keyboard then continues from the row that took its place.
   * @param isFollowed false for going through one list: the keyboard stays in it even if the row is in sight in another group
   */
  keepFocus(action: () => Promise<void>, isFollowed?: boolean): Promise<void>;
  /** Unfolds the rows of a goal or record that are in sight: the editor leaves a row folded when its first child appears. */
  unfold(id: string): Promise<void>;
  /** Shows only the team goals that this branch is about, or all of them. */
  showThisBranch(isOnly: boolean): void;
  /** Shows the next rows of a long list; `row` is the one that stands for them. */
  showMore(row: TreeElement): void;
}

interface View {
  readonly id: ViewId;
  readonly tree: GoalTree;
  readonly view: vscode.TreeView<TreeElement>;
}

export function registerGoalViews({ subscriptions, service, report }: Services): GoalViews {
  const create = (id: ViewId, build: BuildModel): View => createView(id, build, service, report);
  const filter = { isThisBranch: false };
  const team = create(VIEWS.team, (snapshot, elements) =>
    teamModel(snapshot, elements, filter.isThisBranch ? onThisBranch(snapshot) : undefined),
  );
  const views = [create(VIEWS.mine, mineModel), team];
  // The selection of the other view stays when the focus moves, so the latest one counts.
  const used: { last: View | undefined } = { last: undefined };
  for (const each of views) {
    subscriptions.push(
      each.tree,
      each.view,
      // A row that goes away empties the selection of its view; that does not mean that the view was used.
      each.view.onDidChangeSelection(({ selection }) => (used.last = selection.length > 0 ? each : used.last)),
      takeTicks(each, service, report),
      keepMessage(each, service, filter, report),
    );
  }
  return {
    selectedGoals: () => goalIds(used.last?.view.selection ?? []),
    selectedRecord: () => onlyRecord(used.last?.view.selection ?? []),
    toggleSelected: () =>
      keepFocus(used.last, async () => {
        const { toggleRows } = await import('./tickRows');
        await toggleRows(service, used.last?.view.selection ?? []);
      }),
    keepFocus: (action, isFollowed) => keepFocus(used.last, action, isFollowed),
    unfold: (id) => unfold(views, id),
    showThisBranch(isOnly) {
      filter.isThisBranch = isOnly;
      showFiltered(team, service, filter);
    },
    showMore: (row) => {
      showMore(views, row);
    },
  };
}

function showMore(views: readonly View[], row: TreeElement): void {
  for (const { tree } of views) if (row.type === 'more') tree.showMore(row);
}

function onlyRecord([row, more]: readonly TreeElement[]): TreeElement | undefined {
  return row?.type === 'record' && more === undefined ? row : undefined;
}

type BuildModel = (snapshot: Snapshot, elements: TreeElements) => TreeModel;

function createView(id: ViewId, build: BuildModel, service: GoalService, report: (error: unknown) => void): View {
  const tree = new GoalTree(service, build);
  const view = vscode.window.createTreeView(id, {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
    manageCheckboxStateManually: true,
    dragAndDropController: new GoalDragAndDrop(id, service, report),
  });
  return { id, tree, view };
}

async function keepFocus(view: View | undefined, action: () => Promise<void>, isFollowed = true): Promise<void> {
  const row = view?.view.selection[0];
  const place = row && view.tree.placeOf(row);
  await action();
  if (!view || !place) return;
  const next = view.tree.rowAfter(row, place, isFollowed);
  if (next && next !== row) await revealIfThere(view.view, next, { select: true, focus: true });
}

async function unfold(views: readonly View[], id: string): Promise<void> {
  for (const { tree, view } of views) {
    const row = view.visible ? tree.rowOf(id) : undefined;
    if (row) await revealIfThere(view, row, { select: false, focus: false, expand: true });
  }
}

interface Filter {
  readonly isThisBranch: boolean;
}

function showFiltered(team: View, service: GoalService, filter: Filter): void {
  void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.thisBranch, filter.isThisBranch);
  describe(team, service, filter);
  team.tree.rebuild();
}

/** Sets the text beside the title of the team's view. */
function describe({ view }: View, service: GoalService, { isThisBranch }: Filter): void {
  const words = [isThisBranch ? t('this branch') : '', unsharedText(service.unshared)];
  view.description = words.filter((word) => word !== '').join(' · ');
}

function takeTicks({ tree, view }: View, service: GoalService, report: (error: unknown) => void): vscode.Disposable {
  return view.onDidChangeCheckboxState(({ items }) => {
    const tick = async (): Promise<void> => (await import('./tickRows')).tickBoxes(service, items);
    tick().catch((error: unknown) => {
      tree.redraw();
      report(error);
    });
  });
}

function keepMessage(
  each: View,
  service: GoalService,
  filter: Filter,
  report: (error: unknown) => void,
): vscode.Disposable {
  const { id, tree, view } = each;
  return service.onDidChange((snapshot) => {
    if (id === VIEWS.team) describe(each, service, filter);
    import('./viewMessage').then(({ viewMessage }) => {
      const { unwritable, unsaved } = service;
      view.message = viewMessage(id, snapshot, { isEmpty: tree.isEmpty, unwritable, unsaved });
    }, report);
  });
}

/** Returns the text beside the title of the team's view: how many changes nobody else can see yet; empty if there are none. */
export function unsharedText({ count, parked }: Unshared): string {
  if (count === 0) return '';
  return parked ? t('{0} set aside', count) : t('{0} unshared', count);
}
