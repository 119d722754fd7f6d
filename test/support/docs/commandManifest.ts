import { format, resolveConfig } from 'prettier';
import type { CommandDeclaration, CommandFiles, KeyEntry, MenuEntry } from '../../../src/editor/commandTable/command';
import { isView } from '../../../src/editor/commandTable/command';
import { GOAL_COMMANDS } from '../../../src/editor/commandTable/goalCommands';
import { RECORD_COMMANDS } from '../../../src/editor/commandTable/recordCommands';
import { SHARED_COMMANDS } from '../../../src/editor/commandTable/sharedCommands';
import { WINDOW_COMMANDS } from '../../../src/editor/commandTable/windowCommands';
import { projectFolder } from '../run/projectFolder';

/** The tables of commands, in the order in which everything that is written from them has them. */
const TABLES: readonly CommandFiles[] = [GOAL_COMMANDS, RECORD_COMMANDS, SHARED_COMMANDS, WINDOW_COMMANDS];
const MENUS: readonly MenuEntry['menu'][] = ['view/title', 'view/item/context', 'editor/title/context', 'scm/title'];
const PREFIX = 'microGoals.';

interface Manifest {
  readonly contributes: Readonly<Record<string, unknown>>;
}

/** Returns the manifest with the commands, menus and keys that the tables declare. @param text of package.json */
export function manifestWithCommands(text: string): string {
  const manifest = JSON.parse(text) as Manifest;
  const commands = declared();
  const contributes = {
    ...manifest.contributes,
    commands: commands.map(([name, { icon }]) => ({
      command: PREFIX + name,
      title: `%command.${name}%`,
      category: 'Micro Goals',
      ...(icon === undefined ? {} : { icon: `$(${icon})` }),
    })),
    menus: menusOf(commands),
    keybindings: commands.flatMap(([name, { keys = [] }]) => keys.map((key) => keybinding(name, key))),
  };
  return asFile({ ...manifest, contributes });
}

/** Returns the English texts of the manifest with the titles of the commands. @param text of package.nls.json */
export function textsWithCommands(text: string): string {
  const others = Object.entries(JSON.parse(text) as Record<string, string>).filter(
    ([key]) => !key.startsWith('command.'),
  );
  const titles = declared().map(([name, { title }]) => [`command.${name}`, title]);
  return asFile(Object.fromEntries([...others, ...titles]));
}

/** Returns the source file that tells the extension which file runs which commands. */
export async function commandNamesSource(): Promise<string> {
  const files = TABLES.flatMap((table) => Object.entries(table));
  const lines = files.map(([file, commands]) => `  ${file}: [${namesIn(commands)}],\n`);
  const source = `// Written by \`npm run docs\` from the tables in commandTable/.

/** Names of the commands, by the file that runs them. */
export const COMMANDS_OF = {
${lines.join('')}} as const;
`;
  return format(source, { ...(await resolveConfig(projectFolder('package.json'))), parser: 'typescript' });
}

function namesIn(commands: Readonly<Record<string, CommandDeclaration>>): string {
  return Object.keys(commands)
    .map((name) => `'${name}'`)
    .join(', ');
}

type NamedCommand = readonly [name: string, declaration: CommandDeclaration];

function declared(): readonly NamedCommand[] {
  return TABLES.flatMap((table) => Object.values(table)).flatMap((commands) => Object.entries(commands));
}

function menusOf(commands: readonly NamedCommand[]): Readonly<Record<string, unknown>> {
  const entriesOf = (wanted: MenuEntry['menu']): object[] =>
    commands.flatMap(([name, { menus = [] }]) =>
      menus.filter(({ menu }) => menu === wanted).map(({ when, group }) => ({ command: PREFIX + name, when, group })),
    );
  const hidden = commands.filter(([, { inPalette }]) => inPalette === false);
  return {
    ...Object.fromEntries(MENUS.map((menu) => [menu, entriesOf(menu)])),
    commandPalette: hidden.map(([name]) => ({ command: PREFIX + name, when: 'false' })),
  };
}

function keybinding(name: string, { key, mac, views, row }: KeyEntry): object {
  const command = PREFIX + name;
  const place = {
    key,
    ...(mac === undefined ? {} : { mac }),
    ...(views === undefined ? {} : { when: `${isView(views, 'focusedView')} && listFocus && !inputFocus` }),
  };
  if (row === undefined) return { command, ...place };
  const called = row === 'pass' ? { command, args: { onRow: true } } : command;
  return { command: 'runCommands', ...place, args: { commands: ['list.select', called] } };
}

function asFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
