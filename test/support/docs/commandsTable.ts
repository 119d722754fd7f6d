import { markdownTable } from './markdownTable';

export type Texts = Readonly<Record<string, string>>;

export interface CommandsPart {
  readonly commands: readonly { readonly command: string; readonly title: string }[];
  readonly keybindings: readonly Keybinding[];
}

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
  readonly args?: { readonly commands?: readonly (string | { readonly command: string })[] };
}

/** Every command of package.json with its keys; a key that needs the focus in one of the views says so. */
export function commandsTable({ commands, keybindings }: CommandsPart, texts: Texts): string {
  const keysOf = (id: string, key: (binding: Keybinding) => string): string =>
    keybindings
      .filter((binding) => runsCommand(binding, id))
      .map((binding) => shownKey(key(binding), binding.when))
      .join(', ');
  return markdownTable(
    ['Command', 'Key', 'Key on macOS', 'Id'],
    commands.map(({ command, title }) => [
      resolveText(title, texts),
      keysOf(command, ({ key }) => key),
      keysOf(command, ({ key, mac }) => mac ?? key),
      `\`${command}\``,
    ]),
  );
}

/** Whether a key runs that command, by itself or after others. */
export function runsCommand({ command, args }: Keybinding, id: string): boolean {
  const steps = args?.commands?.map((step) => (typeof step === 'string' ? step : step.command)) ?? [];
  return command === id || steps.includes(id);
}

/** The text behind a `%key%` of package.json. */
export function resolveText(text: string, texts: Texts): string {
  return text.replace(/^%(.+)%$/, (whole, key: string) => texts[key] ?? whole);
}

export function shownKey(key: string, when: string | undefined): string {
  const name = key
    .split('+')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('+');
  return when === undefined ? name : `${name} *`;
}
