import type { TreeElement } from './element';
import type { TreeModel } from './treeModel';

/**
 * State of each row as the editor was last told. The editor folds a row up again if the whole tree is drawn anew while you unfold it, so it
 * is told only of the rows that changed.
 */
export class DrawnRows {
  readonly #looks = new Map<TreeElement, string>();
  /** Rows below each row; those at the top are below `undefined`. */
  readonly #below = new Map<TreeElement | undefined, readonly TreeElement[]>();

  drawn(row: TreeElement, look: string): void {
    this.#looks.set(row, look);
  }

  /** Rows that the editor was told of, whether or not they still exist. */
  get rows(): Iterable<TreeElement> {
    return this.#looks.keys();
  }

  unfolded(row: TreeElement | undefined, below: readonly TreeElement[]): void {
    this.#below.set(row, below);
  }

  /**
   * Returns the rows to draw anew with everything below them; they count as drawn from now on, because the editor takes its time and must
   * not be asked twice. Returns `all` if even the top has changed; none while the editor has yet to ask for the top, which it will then get
   * as it is. Skips rows that were never drawn.
   */
  changed(rows: TreeModel, look: (row: TreeElement) => string): TreeElement[] | 'all' {
    const top = this.#below.get(undefined);
    if (!top) return [];
    if (!isSameList(top, rows.roots)) return 'all';
    const changed = top.flatMap((row) => this.#changedFrom(row, rows, look));
    for (const row of changed) this.#take(row, rows, look);
    return changed;
  }

  #changedFrom(row: TreeElement, rows: TreeModel, look: (row: TreeElement) => string): TreeElement[] {
    const known = this.#looks.get(row);
    if (known !== undefined && known !== look(row)) return [row];
    const below = this.#below.get(row);
    if (!below) return [];
    if (!isSameList(below, rows.children(row))) return [row];
    return below.flatMap((each) => this.#changedFrom(each, rows, look));
  }

  #take(row: TreeElement, rows: TreeModel, look: (row: TreeElement) => string): void {
    if (this.#looks.has(row)) this.#looks.set(row, look(row));
    if (!this.#below.has(row)) return;
    const below = rows.children(row);
    this.#below.set(row, below);
    for (const each of below) this.#take(each, rows, look);
  }
}

function isSameList(a: readonly TreeElement[], b: readonly TreeElement[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
