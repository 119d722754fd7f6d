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

  /** Those the editor was told of, be they there still or not. */
  get rows(): Iterable<TreeElement> {
    return this.#looks.keys();
  }

  unfolded(row: TreeElement | undefined, below: readonly TreeElement[]): void {
    this.#below.set(row, below);
  }

  /**
   * The rows to draw anew with all that is below them, from now on known as drawn: the editor takes its time, and what it is about to
   * do is not asked for twice. `all` when even the top has changed; none while it has still to ask for the top, since it will get
   * what is there then. Rows never drawn are not asked for.
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
