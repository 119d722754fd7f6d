/** Our names for the four kinds of theme, and the ids of VS Code's own theme of each kind. */
export const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  highContrastDark: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;
export type ThemeName = keyof typeof THEMES;

export interface Theme {
  readonly bodyClass: string;
  /** Values by name, e.g. `--vscode-foreground`. */
  readonly variables: Readonly<Record<string, string>>;
}
