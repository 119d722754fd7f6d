import * as vscode from 'vscode';
import type { ViewId } from '../contributions';
import type { GoalService } from '../service/goalService';
import type { TreeElement } from './element';

/**
 * Drag and drop within one tree: dropped onto a goal that has parts or is in another list, a goal moves below it; onto a plain sibling, it
 * changes the order; onto a group or the empty space, it moves to the top level.
 */
export class GoalDragAndDrop implements vscode.TreeDragAndDropController<TreeElement> {
  readonly dragMimeTypes: readonly string[];
  readonly dropMimeTypes: readonly string[];
  readonly #mime: string;
  readonly #service: GoalService;
  readonly #report: (error: unknown) => void;

  constructor(view: ViewId, service: GoalService, report: (error: unknown) => void) {
    this.#mime = `application/vnd.code.tree.${view.toLowerCase()}`;
    this.dragMimeTypes = [this.#mime];
    this.dropMimeTypes = [this.#mime];
    this.#service = service;
    this.#report = report;
  }

  handleDrag(source: readonly TreeElement[], data: vscode.DataTransfer): void {
    const ids = source.filter((element) => element.type === 'goal').map((element) => element.id);
    if (ids.length > 0) data.set(this.#mime, new vscode.DataTransferItem(ids));
  }

  async handleDrop(target: TreeElement | undefined, data: vscode.DataTransfer): Promise<void> {
    const ids: unknown = data.get(this.#mime)?.value;
    if (!Array.isArray(ids)) return;
    try {
      for (const id of ids) if (typeof id === 'string') await this.#drop(id, target);
    } catch (error) {
      this.#report(error);
    }
  }

  async #drop(id: string, target: TreeElement | undefined): Promise<void> {
    const { dropChanges } = await import('./dropChanges');
    const { snapshot } = this.#service;
    const node = snapshot?.goals.get(id);
    const changes = snapshot && node ? dropChanges(snapshot, node, target) : [];
    if (node && changes.length > 0) await this.#service.apply([{ path: node.source, changes }]);
  }
}
