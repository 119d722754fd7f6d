/**
 * Draws, and puts the keyboard focus back where it was. A tick may take a row out of its list; the focus would go with it and
 * throw the person back to the top of the page. So the row that moved up gets the focus, otherwise the heading.
 */
export function keepFocus(draw: () => void): void {
  const place = focusedPosition();
  draw();
  if (
    place &&
    !(document.activeElement instanceof HTMLButtonElement || document.activeElement instanceof HTMLInputElement)
  ) {
    controlAt(place)?.focus();
  }
}

interface FocusPosition {
  readonly list: string;
  readonly goal: string;
  readonly index: number;
  readonly control: string;
}

function focusedPosition(): FocusPosition | undefined {
  const focused = document.activeElement;
  const control = focused instanceof HTMLElement ? focused.dataset['focus'] : undefined;
  const row = focused?.closest<HTMLElement>('[data-goal]');
  const list = row?.closest<HTMLElement>('[data-list]');
  const [goal, key] = [row?.dataset['goal'], list?.dataset['list']];
  if (!row || !list || control === undefined || goal === undefined || key === undefined) return undefined;
  return { list: key, goal, control, index: rowsOf(list).indexOf(row) };
}

function controlAt({ list, goal, index, control }: FocusPosition): HTMLElement | undefined {
  const lists = [...document.querySelectorAll<HTMLElement>('[data-list]')];
  const found = lists.find((each) => each.dataset['list'] === list);
  const rows = found ? rowsOf(found) : [];
  const row = rows.find((each) => each.dataset['goal'] === goal) ?? rows[Math.min(index, rows.length - 1)];
  const same = row?.querySelector<HTMLElement>(`[data-focus="${control}"]:not(:disabled)`);
  return same ?? row?.querySelector<HTMLElement>('[data-focus="open"]') ?? document.querySelector('h2') ?? undefined;
}

/** Returns the rows of a list without the elements between them. */
function rowsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-goal]')];
}
