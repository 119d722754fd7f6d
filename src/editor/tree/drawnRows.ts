import type { TreeElement } from './element';
import type { TreeModel } from './treeModel';

/**
 * What the editor was last told about each row. The editor folds a row up again when the whole tree is drawn anew in the moment
 * it is unfolded; so it is told of the rows that changed and of no others.
 */
export class DrawnRows {
  readonly #looks = new Map<TreeElement, string>();
  /** The rows below a row; those at the top below `undefined`. */
  readonly #below = new Map<TreeElement | undefined, readonly TreeElement[]>();

  drawn(row: TreeElement, look: string): void {
    this.#looks.set(row, look);
  }

  unfolded(row: TreeElement | undefined, below: readonly TreeElement[]): void {
    this.#below.set(row, below);
  }

  /** The rows to draw anew with all that is below them; `all` when even the top has changed. Rows never drawn are not asked for. */
  changed(rows: TreeModel, look: (row: TreeElement) => string): TreeElement[] | 'all' {
    const top = this.#below.get(undefined);
    if (!top || !isSameList(top, rows.roots)) return 'all';
    return top.flatMap((row) => this.#changedFrom(row, rows, look));
  }

  #changedFrom(row: TreeElement, rows: TreeModel, look: (row: TreeElement) => string): TreeElement[] {
    const known = this.#looks.get(row);
    if (known !== undefined && known !== look(row)) return [row];
    const below = this.#below.get(row);
    if (!below) return [];
    if (!isSameList(below, rows.children(row))) return [row];
    return below.flatMap((each) => this.#changedFrom(each, rows, look));
  }
}

function isSameList(a: readonly TreeElement[], b: readonly TreeElement[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
