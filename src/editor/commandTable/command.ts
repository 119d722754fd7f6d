/** A command as the manifest declares it. */
export interface CommandDeclaration {
  /** In English; the German title stands in package.nls.de.json. */
  readonly title: string;
  /** Name of a product icon. */
  readonly icon?: string;
  /** Left out of the command palette, where nobody could say which row is meant. */
  readonly inPalette?: false;
  readonly menus?: readonly MenuEntry[];
  readonly keys?: readonly KeyEntry[];
}

/** Commands by name, by the file that runs them. */
export type CommandFiles = Readonly<Record<string, Readonly<Record<string, CommandDeclaration>>>>;

export interface MenuEntry {
  readonly menu: 'view/title' | 'view/item/context' | 'editor/title/context' | 'scm/title';
  /** With the place in it, as VS Code has it: `inline@1`. */
  readonly group: string;
  readonly when: string;
}

export interface KeyEntry {
  readonly key: string;
  /** Another key on macOS. */
  readonly mac?: string;
  /** Where the focus has to be; everywhere unless given. */
  readonly views?: Views;
  /** The focused row is selected first; `pass`: and the command is told that it was called on a row. */
  readonly row?: 'select' | 'pass';
}

/** `goals`: both views of goals. */
export type Views = 'goals' | 'mine' | 'team' | 'waiting';

/** Returns the condition that a view is one of these. @param key the context key that holds the view */
export function isView(views: Views, key: 'view' | 'focusedView' = 'view'): string {
  return views === 'goals' ? `${key} =~ /^microGoals\\.(mine|team)$/` : `${key} == microGoals.${views}`;
}

/** Puts a command above the rows of views. */
export function inTitle(group: string, views: Views, when?: string): MenuEntry {
  return { menu: 'view/title', group, when: allOf(isView(views), when) };
}

interface RowsWanted {
  readonly views?: Views;
  /** Facts that a row must not have. */
  readonly not?: string;
  /** A condition beside the row. */
  readonly when?: string;
}

/** Puts a command on rows. @param facts a regular expression over what the rows say of themselves: `;goal;.*;open;`; empty for all rows */
export function onRow(group: string, facts: string, { views = 'goals', not, when }: RowsWanted = {}): MenuEntry {
  const has = facts === '' ? undefined : `viewItem =~ /${facts}/`;
  const lacks = not === undefined ? undefined : `!(viewItem =~ /${not}/)`;
  return { menu: 'view/item/context', group, when: allOf(isView(views), has, lacks, when) };
}

function allOf(...conditions: readonly (string | undefined)[]): string {
  return conditions.filter((each) => each !== undefined).join(' && ');
}
