/** What `vscode` is outside the editor: as much of it as the code needs that makes rows, tooltips and messages. The build of the tests puts it in. */

function t(text: string, ...values: readonly (string | number | boolean)[]): string {
  return text.replace(/\{(\d+)\}/g, (whole, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? whole : String(value);
  });
}

export const l10n = { t };
export const env = { language: 'en' };

export enum TreeItemCollapsibleState {
  None = 0,
  Collapsed = 1,
  Expanded = 2,
}

export enum TreeItemCheckboxState {
  Unchecked = 0,
  Checked = 1,
}

export enum StatusBarAlignment {
  Left = 1,
  Right = 2,
}

export enum ViewColumn {
  Active = -1,
}

export class Disposable {
  constructor(readonly dispose: () => unknown) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

export class TreeItem {
  constructor(
    readonly label: string,
    readonly collapsibleState: TreeItemCollapsibleState,
  ) {}
}

export class MarkdownString {
  constructor(public value = '') {}

  appendMarkdown(markdown: string): this {
    this.value += markdown;
    return this;
  }

  /** Escapes as the editor does, but leaves spaces as they are: what is recorded of it is read by people. */
  appendText(text: string): this {
    const escaped = text.replace(/[\\`*_{}[\]()#+\-!~>]/g, String.raw`\$&`);
    return this.appendMarkdown(escaped.replaceAll('\n', '\n\n'));
  }
}

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event = (listener: (value: T) => unknown): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };

  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export class Uri {
  private constructor(readonly path: string) {}

  static file(path: string): Uri {
    return new Uri(path);
  }

  static joinPath({ path }: Uri, ...names: readonly string[]): Uri {
    return new Uri([path, ...names].join('/'));
  }
}

/** No setting is set. */
export const workspace = {
  isTrusted: true,
  getConfiguration: () => ({ get: <T>(_name: string, otherwise: T): T => otherwise }),
};

export const commands = { executeCommand: (): Promise<void> => Promise.resolve() };

export const window = {
  createTreeView: () => ({ dispose: () => undefined }),
  createStatusBarItem: () => ({ show: () => undefined, hide: () => undefined, dispose: () => undefined }),
};
