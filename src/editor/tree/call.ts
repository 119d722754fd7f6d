import type { TreeElement } from './element';
import { isTreeElement } from './element';

/** What a command was called on, read once for all commands: a row, an id, or nothing. */
export interface Call {
  /** True from the palette, a title menu or a key: nothing was handed over. */
  readonly isBare: boolean;
  /** The row it was called on. */
  readonly row: TreeElement | undefined;
  /** The row with those that are selected beside it. */
  readonly rows: readonly TreeElement[];
  /** Id of a goal or record that a link, the panel or another command names. */
  readonly id: string | undefined;
  /** Whether a link wants a goal to be done; undefined where the other state than now is meant. */
  readonly isDone: boolean | undefined;
  /** True from a link that also ends the work on the goal, should it be the active one. */
  readonly isEnding: boolean;
  /** True from a key on a row: it means the selected rows and no others, so that nobody is asked which. */
  readonly isOnRow: boolean;
  /** What was handed over, as it came: the address of a file, a source control, the name of a kind. */
  readonly given: readonly unknown[];
}

/** Reads what VS Code hands a command. */
export function readCall(given: readonly unknown[]): Call {
  const [first, second] = given;
  const row = isTreeElement(first) ? first : undefined;
  const isSelection = Array.isArray(second) && second.every(isTreeElement);
  const link = row === undefined && typeof first === 'object' && first !== null ? first : {};
  return {
    isBare: given.every((each) => each === undefined),
    row,
    rows: row === undefined ? [] : isSelection ? second : [row],
    id: typeof first === 'string' ? first : 'id' in link ? String(link.id) : undefined,
    isDone: 'done' in link ? link.done === true : undefined,
    isEnding: 'ending' in link && link.ending === true,
    isOnRow: 'onRow' in link && link.onRow === true,
    given,
  };
}

/** The call of a command on a goal or record by its id. */
export function callOn(id: string): Call {
  return readCall([id]);
}

/** The call of a command from the palette. */
export const BARE_CALL = readCall([]);

/** Returns the ids of the goals of other branches that a command is meant for: the rows it was called on, or an id. */
export function branchGoalIds({ rows, id }: Call): string[] {
  return id === undefined ? rows.filter((row) => row.type === 'branchGoal').map((row) => row.id) : [id];
}
