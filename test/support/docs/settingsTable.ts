import { resolveText, type Texts } from './commandsTable';
import { markdownTable } from './markdownTable';

export type SettingsPart = Readonly<Record<string, Setting>>;

interface Setting {
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

/** Every setting of package.json with its values and default. */
export function settingsTable(settings: SettingsPart, texts: Texts): string {
  return markdownTable(
    ['Setting', 'Meaning', 'Default'],
    Object.entries(settings).map(([id, setting]) => [
      `\`${id}\``,
      [resolveText(setting.markdownDescription, texts), ...valuesOf(setting, texts)].join(' '),
      setting.default === '' ? 'empty' : `\`${String(setting.default)}\``,
    ]),
  );
}

function valuesOf({ enum: values = [], enumDescriptions = [] }: Setting, texts: Texts): string[] {
  return values.map((value, index) => `\`${value}\`: ${resolveText(enumDescriptions[index] ?? '', texts)}`);
}
