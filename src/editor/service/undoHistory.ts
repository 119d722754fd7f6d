import type { FileEdit } from '../../app/edits';

export interface DoneEdit {
  readonly edits: readonly FileEdit[];
  readonly inverse: readonly FileEdit[];
}

const LIMIT = 100;

/** Edits of this window that can be undone and redone, the last first. */
export class UndoHistory {
  readonly #done: DoneEdit[] = [];
  readonly #undone: DoneEdit[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Adds a new edit; edits that were undone before can no longer be redone. */
  push(edit: DoneEdit): void {
    this.#done.push(edit);
    if (this.#done.length > LIMIT) this.#done.shift();
    this.#undone.length = 0;
  }

  /** Passes the last edit to `take`, which undoes it; it counts as undone only if that succeeded. */
  async undo(take: (edits: readonly FileEdit[]) => Promise<void>): Promise<void> {
    await this.#step(this.#done, this.#undone, (edit) => take(edit.inverse));
  }

  async redo(take: (edits: readonly FileEdit[]) => Promise<void>): Promise<void> {
    await this.#step(this.#undone, this.#done, (edit) => take(edit.edits));
  }

  clear(): void {
    this.#done.length = 0;
    this.#undone.length = 0;
  }

  async #step(from: DoneEdit[], to: DoneEdit[], take: (edit: DoneEdit) => Promise<void>): Promise<void> {
    const edit = from.at(-1);
    if (!edit) return;
    await take(edit);
    from.pop();
    to.push(edit);
  }
}
