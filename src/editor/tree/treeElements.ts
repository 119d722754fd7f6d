import type { TreeElement } from './element';

/** Number of rows shown of a list before the rest folds into "Show more": the editor asks for every sibling at once. */
const PAGE = 200;

/** Elements by key, so that a row is the same object in every snapshot, and the number of pages shown of each list. */
export class TreeElements {
  readonly #known = new Map<string, TreeElement>();
  readonly #pages = new Map<string, number>();

  /** Returns the element known under that key if it says the same, else the new one. */
  same(element: TreeElement): TreeElement {
    const known = this.#known.get(element.key);
    if (known && (element.type !== 'more' || (known.type === 'more' && known.hidden === element.hidden))) return known;
    this.#known.set(element.key, element);
    return element;
  }

  showMore(above: string): void {
    this.#pages.set(above, (this.#pages.get(above) ?? 1) + 1);
  }

  /** Returns the first pages of a list, and a row that stands for the rest. */
  page(above: string, ids: readonly string[], element: (id: string) => TreeElement): TreeElement[] {
    const shown = PAGE * (this.#pages.get(above) ?? 1);
    const rows = ids.slice(0, shown).map((id) => this.same(element(id)));
    if (ids.length <= shown) return rows;
    return [...rows, this.same({ type: 'more', key: `${above}/more`, above, hidden: ids.length - shown })];
  }
}
