import * as vscode from 'vscode';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { GoalService } from '../service/goalService';
import { DrawnRows } from './drawnRows';
import type { TreeElement } from './element';
import type { goalTooltip } from './goalTooltip';
import { isFolded, treeItem } from './treeItem';
import type { TreeModel } from './treeModel';
import { TreeElements } from './treeElements';

/** Place of a row: the row above it, and its index below that. */
export interface RowPosition {
  readonly above: TreeElement | undefined;
  readonly index: number;
}

function isSameGoal(a: TreeElement, b: TreeElement): boolean {
  return a.type === 'goal' && b.type === 'goal' && a.id === b.id;
}

/** Part of the goal service that a tree needs. */
type Drawn = Pick<GoalService, 'snapshot' | 'place' | 'onDidChange'>;

/** Tree of one model of the snapshot; keeps only the snapshot it last drew. */
export class GoalTree implements vscode.TreeDataProvider<TreeElement>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<TreeElement[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #elements = new TreeElements();
  #drawn = new DrawnRows();
  /** Tooltips of goals that were looked at: the editor asks once and keeps them until their rows are drawn anew. */
  readonly #tooltips = new Map<TreeElement, string>();
  /** Function that builds the tooltip of a goal; loaded with the first row under the mouse. */
  #tooltipOf: typeof goalTooltip | undefined;
  readonly #service: Drawn;
  readonly #build: (snapshot: Snapshot, elements: TreeElements) => TreeModel;
  readonly #subscription: vscode.Disposable;
  #model: { readonly snapshot: Snapshot; readonly rows: TreeModel } | undefined;

  constructor(service: Drawn, build: (snapshot: Snapshot, elements: TreeElements) => TreeModel) {
    this.#service = service;
    this.#build = build;
    this.#subscription = service.onDidChange(() => {
      this.#drawChanges();
    });
  }

  getChildren(element?: TreeElement): TreeElement[] {
    const rows = this.#below(element);
    this.#drawn.unfolded(element, rows);
    return [...rows];
  }

  getParent(element: TreeElement): TreeElement | undefined {
    return this.#current()?.rows.parent(element);
  }

  getTreeItem(element: TreeElement): vscode.TreeItem {
    const model = this.#current();
    if (!model) return new vscode.TreeItem('');
    this.#tooltips.delete(element);
    this.#drawn.drawn(element, this.#lookOf(element, model.snapshot));
    return treeItem(element, model.snapshot);
  }

  async resolveTreeItem(item: vscode.TreeItem, element: TreeElement): Promise<vscode.TreeItem> {
    const tooltip = await this.#tooltip(element);
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  async #tooltip(element: TreeElement): Promise<vscode.MarkdownString | undefined> {
    if (element.type === 'goal') return this.#goalTooltip(element);
    const { snapshot, place } = this.#service;
    if (!snapshot) return undefined;
    if (element.type === 'commit') {
      const commit = snapshot.goals.get(element.goal)?.commits.find((each) => each.commit === element.commit);
      return commit && (await import('./commitTooltip')).commitTooltip(commit, element.goal, snapshot);
    }
    const found = snapshot.disagreements.find(({ key }) => element.type === 'disagreement' && key === element.id);
    // History is asked for the authors only for the row under the mouse.
    const { disagreementAuthors } = await import('../../git/people/attributedDisagreements');
    const { disagreementTooltip } = await import('./disagreementTooltip');
    const authors = place?.repository && found && (await disagreementAuthors(place.repository, found.file, found));
    return found && disagreementTooltip(found, snapshot, authors ?? { standsBy: undefined, lostBy: undefined });
  }

  async #goalTooltip(element: TreeElement & { readonly type: 'goal' }): Promise<vscode.MarkdownString | undefined> {
    this.#tooltipOf ??= (await import('./goalTooltip')).goalTooltip;
    const { snapshot } = this.#service;
    const node = snapshot?.goals.get(element.id);
    if (!snapshot || !node) return undefined;
    const tooltip = this.#tooltipOf(node, snapshot);
    this.#tooltips.set(element, tooltip.value);
    return tooltip;
  }

  /** Returns all that the editor shows of a row, and whether the tooltip it keeps for the row is outdated. */
  #lookOf(element: TreeElement, snapshot: Snapshot): string {
    const known = this.#tooltips.get(element);
    const node = known !== undefined && element.type === 'goal' ? snapshot.goals.get(element.id) : undefined;
    const isOld = node !== undefined && this.#tooltipOf?.(node, snapshot).value !== known;
    return JSON.stringify([treeItem(element, snapshot), isOld]);
  }

  /**
   * Returns the row to continue with after an action on `row`: the row itself if it is still there, else the goal's new row if that is in
   * sight and `isFollowed`, else the row that took its place.
   */
  rowAfter(row: TreeElement, place: RowPosition, isFollowed: boolean): TreeElement | undefined {
    const siblings = this.#below(place.above);
    if (siblings.includes(row)) return row;
    const inSight = !isFollowed
      ? []
      : this.#below().filter((group) => group.type === 'group' && !isFolded(group.group));
    const moved = inSight.flatMap((group) => this.#below(group)).find((each) => isSameGoal(each, row));
    return moved ?? siblings[Math.min(place.index, siblings.length - 1)];
  }

  placeOf(row: TreeElement): RowPosition {
    const above = this.getParent(row);
    return { above, index: this.#below(above).indexOf(row) };
  }

  /** Returns the row of a goal or record that is in sight; undefined if none is. */
  rowOf(id: string): TreeElement | undefined {
    return [...this.#drawn.rows].find((row) => 'id' in row && row.id === id && this.placeOf(row).index >= 0);
  }

  get isEmpty(): boolean {
    return (this.#current()?.rows.roots.length ?? 0) === 0;
  }

  /** Draws every row as the snapshot says; this resets a box whose tick failed. */
  redraw(): void {
    this.#drawn = new DrawnRows();
    this.#tooltips.clear();
    this.#changed.fire(undefined);
  }

  showMore(element: TreeElement & { readonly type: 'more' }): void {
    this.#elements.showMore(element.above);
    this.rebuild();
  }

  /** Draws the tree again after the choice of what it shows has changed. */
  rebuild(): void {
    this.#model = undefined;
    this.#drawChanges();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #below(element?: TreeElement): readonly TreeElement[] {
    const rows = this.#current()?.rows;
    return (element ? rows?.children(element) : rows?.roots) ?? [];
  }

  #drawChanges(): void {
    const model = this.#current();
    const rows = model ? this.#drawn.changed(model.rows, (row) => this.#lookOf(row, model.snapshot)) : 'all';
    if (rows === 'all') this.redraw();
    else if (rows.length > 0) this.#changed.fire(rows);
  }

  #current(): { readonly snapshot: Snapshot; readonly rows: TreeModel } | undefined {
    const snapshot = this.#service.snapshot;
    if (!snapshot) return undefined;
    if (this.#model?.snapshot !== snapshot) this.#model = { snapshot, rows: this.#build(snapshot, this.#elements) };
    return this.#model;
  }
}
