/** A command as the manifest declares it. */
export interface CommandDeclaration {
  /** Title in English; the German one is in package.nls.de.json. */
  readonly title: string;
  /** Name of a product icon. */
  readonly icon?: string;
  /** False for a command that the palette leaves out: nobody could tell there which row is meant. */
  readonly inPalette?: false;
  readonly menus?: readonly MenuEntry[];
  readonly keys?: readonly KeyEntry[];
}

/** Commands by name, grouped by the file that runs them. */
export type CommandFiles = Readonly<Record<string, Readonly<Record<string, CommandDeclaration>>>>;

export interface MenuEntry {
  readonly menu: 'view/title' | 'view/item/context' | 'editor/title/context' | 'scm/title';
  /** Group with the position in it, as VS Code writes it: `inline@1`. */
  readonly group: string;
  readonly when: string;
}

export interface KeyEntry {
  readonly key: string;
  /** Key on macOS, if it differs. */
  readonly mac?: string;
  /** Views that must have the focus; any place will do if this is absent. */
  readonly views?: Views;
  /** Selects the focused row first; `pass` also tells the command that it was called on a row. */
  readonly row?: 'select' | 'pass';
}

/** Views that a command belongs to; `goals` stands for both views of goals. */
export type Views = 'goals' | 'mine' | 'team' | 'waiting';

/** Returns the condition that a view is one of `views`. @param key the context key that holds the view */
export function isView(views: Views, key: 'view' | 'focusedView' = 'view'): string {
  return views === 'goals' ? `${key} =~ /^microGoals\\.(mine|team)$/` : `${key} == microGoals.${views}`;
}

/** Puts a command above the rows of views. */
export function inTitle(group: string, views: Views, when?: string): MenuEntry {
  return { menu: 'view/title', group, when: allOf(isView(views), when) };
}

interface RowsWanted {
  readonly views?: Views;
  /** Facts that the row must not have. */
  readonly not?: string;
  /** Condition that does not depend on the row. */
  readonly when?: string;
}

/** Puts a command on rows. @param facts a regular expression over the context value of rows: `;goal;.*;open;`; empty for all rows */
export function onRow(group: string, facts: string, { views = 'goals', not, when }: RowsWanted = {}): MenuEntry {
  const has = facts === '' ? undefined : `viewItem =~ /${facts}/`;
  const lacks = not === undefined ? undefined : `!(viewItem =~ /${not}/)`;
  return { menu: 'view/item/context', group, when: allOf(isView(views), has, lacks, when) };
}

function allOf(...conditions: readonly (string | undefined)[]): string {
  return conditions.filter((each) => each !== undefined).join(' && ');
}
